import { expect, test } from 'vitest';
import { rolePassword, roleUrl } from './role-url.ts';

const secret = 's'.repeat(32);

test('the role takes the place of the owner, the rest of the URL stays', () => {
  const url = new URL(roleUrl('postgresql://owner:p%40ss@db.example:6432/shop?sslmode=require', secret, 'app_tenant'));
  expect(url.username).toBe('app_tenant');
  expect(url.password).toBe(rolePassword(secret, 'app_tenant'));
  expect(url.host).toBe('db.example:6432');
  expect(url.pathname + url.search).toBe('/shop?sslmode=require');
});

test('a URL without user or port gains only the role', () => {
  expect(roleUrl('postgresql://localhost/shop', secret, 'app_control')).toMatch(/^postgresql:\/\/app_control:[0-9a-f]{64}@localhost\/shop$/);
});

test('passwords differ by role and by secret', () => {
  const all = [rolePassword(secret, 'app_tenant'), rolePassword(secret, 'app_control'), rolePassword(`${secret}x`, 'app_tenant')];
  expect(new Set(all).size).toBe(3);
});
