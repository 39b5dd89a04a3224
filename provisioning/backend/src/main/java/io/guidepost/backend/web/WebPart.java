package io.guidepost.backend.web;

import io.javalin.config.RoutesConfig;

/** Some of what the HTTP server offers. */
@FunctionalInterface
public interface WebPart {
    /** Adds its routes. Handlers run on virtual threads and may block. */
    void addTo(RoutesConfig routes);
}
