import { expect, test } from '../fixtures/test';

test('a menu is opened, walked through and left with the keyboard', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Backlog', 'Find a place');
  const opener = app.button('Actions for Find a place');
  const item = (name: string) => page.getByRole('button', { name, exact: true });
  await opener.focus();
  await page.keyboard.press('ArrowDown');
  const first = page.locator(':focus');
  await expect(first).toHaveText(/\w/);
  await expect(opener).not.toBeFocused();
  const top = (await first.textContent())!.trim();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await expect(item(top)).toBeFocused();
  await page.keyboard.press('End');
  await expect(item(top)).not.toBeFocused();
  await page.keyboard.press('Home');
  await expect(item(top)).toBeFocused();
  await page.keyboard.press('d');
  await expect(item('Delete')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await expect(item('Delete')).toBeHidden();

  await page.keyboard.press('Enter');
  await expect(item(top)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(item(top)).toBeHidden();

  await opener.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('m');
  await page.keyboard.press('Enter');
  await expect(app.notice()).toBeVisible();
});
