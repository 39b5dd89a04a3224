package io.guidepost.backend.gateway;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.id.KioskId;

/** Answers the requests of kiosks; blocking. */
@FunctionalInterface
public interface RequestAnswerer {
    /** Always gives an answer, {@link Reply.Failed} where there is no better one. */
    Reply answer(KioskId kiosk, String service, byte[] json);
}
