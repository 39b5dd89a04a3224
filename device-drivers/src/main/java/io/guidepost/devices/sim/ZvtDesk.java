package io.guidepost.devices.sim;

import io.guidepost.devices.sim.ZvtLedger.Receipt;
import io.guidepost.devices.sim.ZvtPeer.Confirmation;
import io.guidepost.devices.terminal.zvt.Apdu;
import io.guidepost.devices.terminal.zvt.Bmp;
import io.guidepost.devices.terminal.zvt.Command;
import io.guidepost.devices.terminal.zvt.Fields;
import io.guidepost.devices.terminal.zvt.ResultCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a simulated ZVT terminal does with each command. Safe from any thread. */
final class ZvtDesk {
    private static final int PASSWORD_BYTES = 3;
    private static final int CONFIG_STEPS = 0x08;
    private static final int INSERT_CARD = 0x0A;
    private static final int ASKS_BANK = 0x04;
    private static final int TAKE_CARD = 0x0B;
    private static final String TURN = "payment";

    private final ZvtLedger ledger;
    private final TerminalScript script;
    private final CardPad pad;
    private final ZvtVoice voice;
    private final Semaphore oneAtATime = new Semaphore(1);
    private volatile boolean registered;
    private volatile boolean tellsSteps;
    private volatile String currency = "EUR";
    private volatile boolean reversesUnconfirmed;

    ZvtDesk(ZvtLedger ledger, TerminalScript script, CardPad pad) {
        this.ledger = ledger;
        this.script = script;
        this.pad = pad;
        this.voice = new ZvtVoice(script);
    }

    void logOut() {
        registered = false;
    }

    void setCurrency(String code) {
        currency = code;
    }

    void setReversesUnconfirmed(boolean on) {
        reversesUnconfirmed = on;
    }

    /** Takes a command to its end. */
    void serve(ZvtPeer peer, Apdu command, TerminalFault fault)
            throws IOException, InterruptedException {
        if (fault == TerminalFault.LOGGED_OUT) {
            registered = false;
        }
        boolean free =
                command.control() == Command.REGISTRATION
                        || command.control() == Command.STATUS_ENQUIRY
                        || command.control() == Command.DIAGNOSIS;
        if (fault == TerminalFault.REFUSED) {
            peer.answer(Apdu.refused(refusal(command)));
        } else if (!free && !registered) {
            peer.answer(Apdu.refused(ResultCode.NOT_REGISTERED));
        } else if (!oneAtATime.tryAcquire()) {
            peer.answer(Apdu.refused(ResultCode.PLEASE_WAIT));
        } else {
            AtomicBoolean held = new AtomicBoolean(true);
            Runnable release =
                    () -> {
                        if (held.compareAndSet(true, false)) {
                            oneAtATime.release();
                        }
                    };
            try {
                ZvtVoice.Talk talk = voice.to(peer, fault, release);
                if (command.control() == Command.AUTHORISATION
                        && script.peekBehaviour() == TerminalBehaviour.BEGIN_LATE) {
                    // It knows nothing of the payment yet, and answers what it is asked.
                    talk.accept();
                    talk.beLate();
                    oneAtATime.acquire();
                    held.set(true);
                }
                work(talk, command);
            } finally {
                release.run();
            }
        }
    }

    private static int refusal(Apdu command) {
        return command.control() == Command.REVERSAL ? ResultCode.REVERSAL_NOT_POSSIBLE : 0xFC;
    }

    private void work(ZvtVoice.Talk talk, Apdu command) throws IOException, InterruptedException {
        switch (command.control()) {
            case Command.REGISTRATION -> register(talk, command);
            case Command.AUTHORISATION -> pay(talk, Fields.parse(command.data()));
            case Command.REVERSAL -> reverse(talk, afterPassword(command));
            case Command.REPEAT_RECEIPT -> repeat(talk);
            case Command.STATUS_ENQUIRY -> enquiry(talk);
            case Command.END_OF_DAY -> endOfDay(talk);
            case Command.DIAGNOSIS -> {
                talk.accept();
                talk.complete(Fields.NONE);
            }
            case Command.LOG_OFF -> {
                registered = false;
                talk.accept();
            }
            default -> talk.refuse(ResultCode.NOT_POSSIBLE);
        }
    }

    private static Fields afterPassword(Apdu command) throws IOException {
        byte[] data = command.data();
        return Fields.parse(
                Arrays.copyOfRange(data, Math.min(PASSWORD_BYTES, data.length), data.length));
    }

    private void register(ZvtVoice.Talk talk, Apdu command)
            throws IOException, InterruptedException {
        byte[] data = command.data();
        if (data.length <= PASSWORD_BYTES) {
            talk.refuse(ResultCode.PROTOCOL_ERROR);
            return;
        }
        registered = true;
        tellsSteps = (data[PASSWORD_BYTES] & CONFIG_STEPS) != 0;
        talk.accept();
        talk.complete(
                Fields.NONE
                        .with(Bmp.PAYMENT_TYPE, new byte[] {0})
                        .with(Bmp.TERMINAL_ID, 29_004_869)
                        .with(Bmp.CURRENCY, Currency.getInstance(currency).getNumericCode()));
    }

    private void enquiry(ZvtVoice.Talk talk) throws IOException, InterruptedException {
        int code = registered ? ResultCode.DONE : ResultCode.NOT_REGISTERED;
        if (registered) {
            talk.accept();
            talk.complete(Fields.NONE.with(Bmp.RESULT, new byte[] {(byte) code}));
        } else {
            talk.refuse(code);
        }
    }

    private void repeat(ZvtVoice.Talk talk) throws IOException, InterruptedException {
        Thread.sleep(script.hesitation());
        Optional<Receipt> last = ledger.last();
        talk.accept();
        if (last.isEmpty()) {
            talk.abort(ResultCode.NOT_POSSIBLE);
            return;
        }
        talk.say(new Apdu(Command.STATUS_INFORMATION, last.get().fields().bytes()));
        talk.complete(Fields.NONE);
    }

    private void pay(ZvtVoice.Talk talk, Fields asked) throws IOException, InterruptedException {
        OptionalLong amount = asked.number(Bmp.AMOUNT);
        long asksFor =
                asked.number(Bmp.CURRENCY).orElse(Currency.getInstance(currency).getNumericCode());
        if (amount.isEmpty() || amount.getAsLong() == 0) {
            talk.refuse(ResultCode.PROTOCOL_ERROR);
            return;
        }
        if (asksFor != Currency.getInstance(currency).getNumericCode()) {
            talk.refuse(0x6F);
            return;
        }
        TerminalBehaviour behaviour = script.takeBehaviour();
        switch (behaviour) {
            case BUSY -> talk.refuse(ResultCode.PLEASE_WAIT);
            case LOGGED_OUT -> {
                registered = false;
                talk.refuse(ResultCode.NOT_REGISTERED);
            }
            case CARD_LEFT_IN -> {
                talk.accept();
                step(talk, TAKE_CARD);
                talk.abort(ResultCode.CARD_INSERTED);
            }
            case APPROVE,
                    DECLINE,
                    ASK,
                    TIME_OUT,
                    LOSE_REPLY,
                    SWALLOW_REPLY,
                    LATE_REPLY,
                    BEGIN_LATE,
                    PARTIAL,
                    WRONG_AMOUNT,
                    WRONG_CURRENCY ->
                    take(talk, amount.getAsLong(), behaviour);
        }
    }

    private void take(ZvtVoice.Talk talk, long amount, TerminalBehaviour behaviour)
            throws IOException, InterruptedException {
        talk.accept();
        step(talk, INSERT_CARD);
        CardPad.Decision decision =
                pad.decision(
                        new WaitingPayment("", amount, currency),
                        TURN,
                        behaviour,
                        script.thinking());
        switch (decision) {
            case ABORTED -> talk.abort(ResultCode.ABORTED);
            case POWER_OFF -> throw new IOException("switched off");
            case REFUSED -> {
                step(talk, ASKS_BANK);
                // Declined by the bank: 05 is its "do not honour".
                Receipt receipt = ledger.add(0x05, amount, currency, 0);
                talk.say(TerminalStep.STATUS_INFORMATION, information(receipt));
                talk.abort(0x05);
            }
            case APPROVED -> approve(talk, amount, behaviour);
        }
    }

    private void approve(ZvtVoice.Talk talk, long amount, TerminalBehaviour behaviour)
            throws IOException, InterruptedException {
        Receipt receipt =
                switch (behaviour) {
                    case PARTIAL -> ledger.add(0, (amount + 1) / 2, currency, 0);
                    case WRONG_AMOUNT -> ledger.add(0, amount + 1, currency, 0);
                    case WRONG_CURRENCY ->
                            ledger.add(0, amount, currency.equals("USD") ? "EUR" : "USD", 0);
                    case APPROVE,
                            DECLINE,
                            ASK,
                            TIME_OUT,
                            LOSE_REPLY,
                            SWALLOW_REPLY,
                            LATE_REPLY,
                            BUSY,
                            BEGIN_LATE,
                            LOGGED_OUT,
                            CARD_LEFT_IN ->
                            ledger.add(0, amount, currency, 0);
                };
        switch (behaviour) {
            case LOSE_REPLY -> talk.cut();
            case SWALLOW_REPLY -> talk.fallSilent();
            case LATE_REPLY -> talk.beLate();
            case APPROVE,
                    DECLINE,
                    ASK,
                    TIME_OUT,
                    BUSY,
                    BEGIN_LATE,
                    PARTIAL,
                    WRONG_AMOUNT,
                    WRONG_CURRENCY,
                    LOGGED_OUT,
                    CARD_LEFT_IN -> {}
        }
        Confirmation confirmation = talk.say(TerminalStep.STATUS_INFORMATION, information(receipt));
        boolean reverses =
                confirmation == Confirmation.REFUSED
                        || (confirmation == Confirmation.NONE && reversesUnconfirmed);
        if (reverses) {
            // "Autostorno": what the till did not take note of goes back.
            ledger.add(0, receipt.amountMinor(), receipt.currency(), receipt.number());
            talk.abort(0x66);
            return;
        }
        step(talk, TAKE_CARD);
        talk.prints();
        talk.complete(Fields.NONE);
    }

    /** A receipt, and what only a payment with a card has. */
    private static Apdu information(Receipt receipt) {
        byte[] pan = {(byte) 0xEE, (byte) 0xEE, (byte) 0xEE, (byte) 0xEE, (byte) 0xEE, (byte) 0xEE};
        byte[] masked = Arrays.copyOf(pan, 8);
        masked[6] = 0x42;
        masked[7] = 0x42;
        Fields fields =
                receipt.fields()
                        .with(Bmp.PAYMENT_TYPE, new byte[] {0x70})
                        .with(Bmp.PAN, masked)
                        .with(Bmp.TERMINAL_ID, 29_004_869)
                        .with(Bmp.CARD_TYPE, new byte[] {6})
                        .with(Bmp.CARD_NAME, "Simulated");
        if (receipt.done()) {
            fields = fields.with(Bmp.AUTHORISATION, "611804\0\0").with(Bmp.TEXT, "GEN.NR.:611804");
        }
        return new Apdu(Command.STATUS_INFORMATION, fields.bytes());
    }

    private void reverse(ZvtVoice.Talk talk, Fields asked)
            throws IOException, InterruptedException {
        Optional<Receipt> payment = ledger.payment((int) asked.number(Bmp.RECEIPT).orElse(0));
        if (payment.isEmpty()) {
            talk.accept();
            talk.abort(ResultCode.REVERSAL_NOT_POSSIBLE);
        } else if (ledger.givenBack(payment.get())) {
            talk.accept();
            talk.abort(ResultCode.ALREADY_REVERSED);
        } else {
            Receipt receipt =
                    ledger.add(
                            0,
                            payment.get().amountMinor(),
                            payment.get().currency(),
                            payment.get().number());
            talk.accept();
            talk.say(
                    TerminalStep.STATUS_INFORMATION,
                    new Apdu(Command.STATUS_INFORMATION, receipt.fields().bytes()));
            talk.complete(Fields.NONE);
        }
    }

    private void endOfDay(ZvtVoice.Talk talk) throws IOException, InterruptedException {
        talk.accept();
        ledger.forgetLast();
        talk.say(
                new Apdu(
                        Command.STATUS_INFORMATION,
                        Fields.NONE.with(Bmp.RESULT, new byte[] {0}).bytes()));
        talk.complete(Fields.NONE);
    }

    private void step(ZvtVoice.Talk talk, int step) throws IOException, InterruptedException {
        if (tellsSteps) {
            talk.say(new Apdu(Command.INTERMEDIATE_STATUS, new byte[] {(byte) step, 1}));
        }
    }

    /** The till wants the running payment stopped. */
    void abort(ZvtPeer peer, TerminalFault fault) throws IOException {
        if (fault == TerminalFault.REFUSED) {
            peer.answer(Apdu.refused(ResultCode.NOT_POSSIBLE));
        } else {
            pad.abort(TURN);
            if (fault == TerminalFault.NONE) {
                peer.answer(Apdu.ACCEPTED);
            }
        }
    }
}
