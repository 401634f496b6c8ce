import { readFile } from 'node:fs/promises';
import { PERMISSIONS, permission, role } from '@fundguard/domain';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../http/access.js';

const about = z.object({ version: z.string(), license: z.string(), node: z.string() }).meta({ id: 'About' });
const grants = z
  .object({ items: z.array(z.object({ permission, roles: z.array(role) })) })
  .meta({ id: 'PermissionTable' });

/** What this installation is, and who may do what in it. */
@ApiTags('system')
@Controller()
export class AboutController {
  @Get('about')
  @Requires('session.own')
  @ApiOperation({ operationId: 'about' })
  @ApiOkResponse({ standardSchema: about })
  async about() {
    const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(text) as { version: string };
    return { version, license: 'Apache-2.0', node: process.version };
  }

  @Get('permissions')
  @Requires('organisation.read')
  @ApiOperation({ operationId: 'permissions' })
  @ApiOkResponse({ standardSchema: grants })
  permissions() {
    return { items: permission.options.map((each) => ({ permission: each, roles: PERMISSIONS[each] })) };
  }
}
