package io.guidepost.devices.terminal.nexo;

import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.ReversalOrder;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of our requests. */
final class NexoRequests {
    private NexoRequests() {}

    static ObjectNode login(Instant now) {
        ObjectNode body =
                NexoMessage.object().put("DateTime", now.toString()).put("OperatorLanguage", "en");
        body.putObject("SaleSoftware")
                .put("ManufacturerID", "Guidepost")
                .put("ApplicationName", "guidepost-kiosk")
                .put("SoftwareVersion", "1")
                .put("CertificationCode", "none");
        return body;
    }

    static ObjectNode diagnosis() {
        return NexoMessage.object().put("HostDiagnosisFlag", false);
    }

    static ObjectNode payment(PaymentOrder order, Instant now) {
        ObjectNode body = NexoMessage.object();
        body.set("SaleData", saleData(order.paymentId(), order.reference(), now));
        body.putObject("PaymentTransaction")
                .putObject("AmountsReq")
                .put("Currency", order.currency())
                .put("RequestedAmount", NexoAmount.toNexo(order.amountMinor(), order.currency()));
        body.putObject("PaymentData").put("PaymentType", "Normal");
        return body;
    }

    static ObjectNode reversal(ReversalOrder order, JsonNode originalPoiTransaction, Instant now) {
        ObjectNode body = NexoMessage.object();
        body.set("SaleData", saleData(order.reversalId(), order.payment().toString(), now));
        body.putObject("OriginalPOITransaction").set("POITransactionID", originalPoiTransaction);
        body.put("ReversalReason", "MerchantCancel");
        body.put("ReversedAmount", NexoAmount.toNexo(order.amountMinor(), order.currency()));
        return body;
    }

    /** What became of the request with this service id. */
    static ObjectNode transactionStatus(String category, UUID id, NexoSettings settings) {
        ObjectNode body = NexoMessage.object().put("ReceiptReprintFlag", false);
        body.set("MessageReference", reference(category, id, settings));
        return body;
    }

    static ObjectNode abort(UUID id, NexoSettings settings) {
        ObjectNode body = NexoMessage.object().put("AbortReason", "MerchantAbort");
        body.set("MessageReference", reference("Payment", id, settings));
        return body;
    }

    private static ObjectNode reference(String category, UUID id, NexoSettings settings) {
        return NexoMessage.object()
                .put("MessageCategory", category)
                .put("ServiceID", ServiceIds.of(id))
                .put("SaleID", settings.saleId())
                .put("POIID", settings.poiId());
    }

    private static ObjectNode saleData(UUID id, String reference, Instant now) {
        ObjectNode data = NexoMessage.object().put("SaleReferenceID", reference);
        data.putObject("SaleTransactionID")
                .put("TransactionID", id.toString())
                .put("TimeStamp", now.toString());
        return data;
    }
}
