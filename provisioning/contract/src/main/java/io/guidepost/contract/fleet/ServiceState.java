package io.guidepost.contract.fleet;

/** Whether the backend takes events; kiosks keep the outbox shut while it does not. */
public record ServiceState(boolean open) {}
