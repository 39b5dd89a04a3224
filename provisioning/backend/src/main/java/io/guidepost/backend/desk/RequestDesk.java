package io.guidepost.backend.desk;

import io.guidepost.backend.booking.BadRequest;
import io.guidepost.backend.catalogue.OfferPublisher;
import io.guidepost.backend.payment.PaymentProvider;
import io.guidepost.backend.payment.PaymentRow;
import io.guidepost.backend.store.Database;
import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Reply.HoldResult;
import io.guidepost.contract.booking.Reply.MemberResult;
import io.guidepost.contract.booking.Reply.PaymentResult;
import io.guidepost.contract.booking.Reply.VoucherResult;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what kiosks ask. Every request has an answer: one that cannot be read or fails is
 * answered with {@link Reply.Failed}. Thread-safe, blocking.
 */
public final class RequestDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RequestDesk.class);

    private final Database database;
    private final Features features;
    private final PaymentProvider provider;
    private final OfferPublisher publisher;

    public RequestDesk(
            Database database,
            Features features,
            PaymentProvider provider,
            OfferPublisher publisher) {
        this.database = database;
        this.features = features;
        this.provider = provider;
        this.publisher = publisher;
    }

    /**
     * Answers one request.
     *
     * @param kiosk who asks, as the broker made sure
     * @param service last level of the topic
     * @param json the payload as it came
     */
    public Reply answer(KioskId kiosk, String service, byte[] json) {
        try {
            return dispatch(kiosk, read(service, json));
        } catch (BadRequest | BadJson e) {
            LOG.warn("request {} of {}: {}", service, kiosk, e.getMessage());
            return new Reply.Failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("request {} of {} failed", service, kiosk, e);
            return new Reply.Failed("the service failed, try again");
        }
    }

    /** The request types by the {@code {service}} level of their topic. */
    static Request<?> read(String service, byte[] json) {
        Class<? extends Request<?>> type =
                switch (service) {
                    case "slots" -> Request.Slots.class;
                    case "hold" -> Request.Hold.class;
                    case "release" -> Request.Release.class;
                    case "payment" -> Request.OpenPayment.class;
                    case "voucher" -> Request.FetchVoucher.class;
                    case "member" -> Request.Member.class;
                    case "staff" -> Request.StaffLogin.class;
                    default -> throw new BadRequest("service: unknown");
                };
        return Json.read(json, type);
    }

    private Reply dispatch(KioskId kiosk, Request<?> request) {
        return switch (request) {
            case Request.Slots r ->
                    new Reply.SlotList(
                            database.inTransaction(
                                    h -> features.holds().slots(h, r.offer(), r.from(), r.days())));
            case Request.Hold r -> hold(kiosk, r);
            case Request.Release r -> release(kiosk, r);
            case Request.OpenPayment r -> openPayment(kiosk, r);
            case Request.FetchVoucher r -> database.inTransaction(h -> voucher(h, kiosk, r));
            case Request.Member r ->
                    features.members()
                            .find(r.memberCode())
                            .<Reply>map(MemberResult.MemberFound::new)
                            .orElseGet(MemberResult.MemberUnknown::new);
            case Request.StaffLogin r -> features.staff().login(r.badgeCode(), r.pin());
        };
    }

    private Reply hold(KioskId kiosk, Request.Hold request) {
        HoldResult result =
                database.inDurableTransaction(h -> features.holds().hold(h, kiosk, request));
        if (result instanceof HoldResult.Held) {
            publisher.changed();
        }
        return result;
    }

    private Reply release(KioskId kiosk, Request.Release request) {
        boolean released =
                database.inDurableTransaction(
                        h -> features.payments().release(h, kiosk, request.holdId()));
        if (released) {
            publisher.changed();
        }
        return new Reply.Released();
    }

    private Reply openPayment(KioskId kiosk, Request.OpenPayment request) {
        PaymentResult result =
                database.inDurableTransaction(h -> features.payments().open(h, kiosk, request));
        if (result instanceof PaymentResult.PaymentOpened opened) {
            provider.authorise(opened.paymentId(), opened.amount(), opened.reference());
        }
        return result;
    }

    private VoucherResult voucher(Handle transaction, KioskId kiosk, Request.FetchVoucher request) {
        Optional<PaymentRow> found =
                features.payments().find(transaction, kiosk, request.paymentId());
        if (found.isEmpty()) {
            return new VoucherResult.NoSuchPayment();
        }
        PaymentRow payment = found.get();
        return switch (payment.state()) {
            case OPENED, UNKNOWN -> new VoucherResult.Pending();
            case NOT_TAKEN -> new VoucherResult.NoSuchPayment();
            case REFUND_DUE, REFUNDED ->
                    new VoucherResult.Refunded(payment.amount(), payment.reference());
            case CAPTURED ->
                    features.bookings()
                            .voucher(transaction, payment.id())
                            .<VoucherResult>map(VoucherResult.Issued::new)
                            .orElseGet(VoucherResult.Pending::new);
        };
    }
}
