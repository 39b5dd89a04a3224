package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.PaymentTerminalContract;
import io.guidepost.devices.TerminalRig;
import java.nio.file.Path;

/** The same promises over a serial line, which is a pseudo-terminal of the kernel. */
class ZvtSerialTest extends PaymentTerminalContract {

    @Override
    protected TerminalRig rig(Path directory) throws Exception {
        return ZvtRig.startOnTty(directory);
    }
}
