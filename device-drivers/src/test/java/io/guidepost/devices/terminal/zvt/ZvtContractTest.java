package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.PaymentTerminalContract;
import io.guidepost.devices.TerminalRig;
import java.nio.file.Path;

/** The ZVT driver keeps what every card terminal promises. */
class ZvtContractTest extends PaymentTerminalContract {

    @Override
    protected TerminalRig rig(Path directory) throws Exception {
        return ZvtRig.start(directory);
    }
}
