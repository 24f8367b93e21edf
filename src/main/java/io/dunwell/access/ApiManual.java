package io.dunwell.access;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** What the browsable manual of the API says about the API as a whole. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
    info =
        @Info(
            title = "Dunwell",
            version = "1",
            description =
                "Dates are ISO, amounts are decimal strings beside their currency, pages count from"
                    + " 0. A refusal is application/problem+json with a code."),
    security = {@SecurityRequirement(name = "password"), @SecurityRequirement(name = "token")})
@SecurityScheme(name = "password", type = SecuritySchemeType.HTTP, scheme = "basic")
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
class ApiManual {}
