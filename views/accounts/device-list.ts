import type { OpenDevice } from '../../server/accounts/sign-in.ts'
import { html } from '../html.ts'
import { FormMessage } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import type { Typed } from '../parts/typed.ts'
import { When } from '../parts/when.ts'

type List = { devices: OpenDevice[]; current: number | undefined; hasTokens: boolean; typed: Typed }

/** Where one is signed in, each to be ended by itself. */
export const DeviceList = ({ devices, current, hasTokens, typed }: List) => html`
  <section aria-labelledby="your-devices">
    <h2 id="your-devices">Where you are signed in</h2>
    ${FormMessage({ typed })}
    <ul class="devices">
      ${devices.map((device) => Device({ device, isThis: device.id === current }))}
    </ul>
    <form method="post" action="/account/sign-out-everywhere">
      <p class="actions"><button>${Icon('log-out')} Sign out everywhere</button> <span class="soft">On this device too.${hasTokens && html` Your <a href="/account/tokens">API tokens</a> go on working.`}</span></p>
    </form>
  </section>`

const Device = ({ device, isThis }: { device: OpenDevice; isThis: boolean }) => html`
  <li id="device-${device.id}">
    ${Icon('monitor')}
    <div>
      <p>${device.device} ${isThis && html`<span class="state">this device</span>`}</p>
      <p class="soft">from <span class="number">${device.address}</span> · since ${When(device.createdAt)} · last used ${isThis ? 'now' : When(device.lastSeenAt)}</p>
    </div>
    ${!isThis && html`<form method="post" action="/account/sign-ins/${device.id}/end"><button>Sign out <span class="unseen">${device.device} from ${device.address}</span></button></form>`}
  </li>`
