package org.llmperf.leaderboard.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The other server that people may sign in at. It is asked on the pages of signing in there alone, so no other page depends on
 * it or its cookies, and not before somebody wants to sign in, so the board starts and goes on without it.
 */
@ApplicationScoped
public class OidcTenant implements TenantConfigResolver {
    /** Where signing in there begins, and ends. */
    public static final String BEGIN = "/login/oidc";

    /** Where the other server leads back to; whoever registers this board there enters it. */
    public static final String BACK = BEGIN + "/callback";

    private final AccessConfig access;
    private final OidcTenantConfig there;
    private final OidcTenantConfig nowhere;

    public OidcTenant(
            AccessConfig access,
            OidcConfig oidc,
            @ConfigProperty(name = "leaderboard.url") Optional<String> publicUrl) {
        this.access = access;
        io.quarkus.oidc.runtime.OidcTenantConfig given = OidcConfig.getDefaultTenant(oidc);
        there = OidcTenantConfig.builder(given)
                .tenantId("there")
                .tenantEnabled(true)
                .applicationType(ApplicationType.WEB_APP)
                .authentication(OidcTenantConfig.builder(given)
                        .authentication()
                        .redirectPath(publicUrl.orElse("") + BACK)
                        .restorePathAfterRedirect()
                        .failOnMissingStateParam()
                        .cookiePath(BEGIN)
                        .build())
                .build();
        nowhere = OidcTenantConfig.builder()
                .tenantId("nowhere")
                .tenantEnabled(false)
                .build();
    }

    /** A start that could let nobody in ends in words. */
    void onStart(@Observes StartupEvent event) {
        if (access.oidc().enabled()
                && (there.clientId().isEmpty()
                        || there.provider().isEmpty() && there.authServerUrl().isEmpty())) {
            throw new ConfigurationException("leaderboard.access.oidc.enabled also needs quarkus.oidc.client-id, and"
                    + " quarkus.oidc.auth-server-url or quarkus.oidc.provider");
        }
        if (!access.passwords() && !access.oidc().enabled()) {
            throw new ConfigurationException(
                    "leaderboard.access.passwords=false also needs leaderboard.access.oidc.enabled: nobody could sign in");
        }
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> requestContext) {
        return Uni.createFrom().item(access.oidc().enabled() && leadsThere(context.normalizedPath()) ? there : nowhere);
    }

    /** Whether who asks for this is on the way there or back. */
    public static boolean leadsThere(String path) {
        return path.equals(BEGIN) || path.equals(BACK);
    }
}
