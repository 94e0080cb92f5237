//! Turning a drawing into a picture.

use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// More pixels than this are refused by some browsers without a word.
const MAX_PIXELS: i64 = 16_000_000;

/// Draws an SVG of a size in CSS pixels as a PNG, twice as sharp where that is not too large. The
/// answer is nothing where the browser cannot.
pub fn png(svg: &str, width: i32, height: i32, answer: impl FnOnce(Option<Blob>) + 'static) {
    let area = i64::from(width) * i64::from(height);
    let times = if area * 4 <= MAX_PIXELS { 2 } else { 1 };
    if area > MAX_PIXELS {
        return answer(None);
    }
    let Ok(image) = HtmlImageElement::new() else {
        return answer(None);
    };
    let address: String = js_sys::encode_uri_component(svg).into();
    let address = format!("data:image/svg+xml;charset=utf-8,{address}");
    let drawn = image.clone();
    let loaded = Closure::once_into_js(move || {
        let answer = std::cell::Cell::new(Some(answer));
        let answered = move |blob: Option<Blob>| {
            if let Some(answer) = answer.take() {
                answer(blob);
            }
        };
        draw(&drawn, width * times, height * times, answered);
    });
    image.set_onload(loaded.dyn_ref());
    image.set_src(&address);
}

fn draw(
    image: &HtmlImageElement,
    width: i32,
    height: i32,
    answer: impl Fn(Option<Blob>) + 'static,
) {
    let canvas = || -> Result<HtmlCanvasElement, JsValue> {
        let document = web_sys::window()
            .and_then(|window| window.document())
            .ok_or("no document")?;
        let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
        canvas.set_width(width.unsigned_abs());
        canvas.set_height(height.unsigned_abs());
        let context = canvas.get_context("2d")?.ok_or("no context")?;
        let context: CanvasRenderingContext2d = context.unchecked_into();
        context.draw_image_with_html_image_element_and_dw_and_dh(
            image,
            0.0,
            0.0,
            f64::from(width),
            f64::from(height),
        )?;
        Ok(canvas)
    };
    let answer = std::rc::Rc::new(answer);
    let finished = answer.clone();
    let taken = Closure::once_into_js(move |blob: JsValue| finished(blob.dyn_into().ok()));
    let asked = canvas().and_then(|canvas| canvas.to_blob(taken.unchecked_ref()));
    if asked.is_err() {
        answer(None);
    }
}
