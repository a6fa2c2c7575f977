package org.llmperf.leaderboard.client.aws;

import java.util.HashMap;
import java.util.Map;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Authoriser;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** AWS's Signature Version 4 over a call, made by AWS's own library. */
final class SigV4 implements Authoriser {
    static final String SECRET = "AWS_SECRET_ACCESS_KEY";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentialsIdentity identity;
    private final String region;
    private final String service;

    private SigV4(AwsCredentialsIdentity identity, String region, String service) {
        this.identity = identity;
        this.region = region;
        this.service = service;
    }

    /**
     * @param keys where {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY} and, for temporary credentials,
     *     {@code AWS_SESSION_TOKEN} are
     * @param service as AWS names it in a signature, for example {@code bedrock}
     * @throws IllegalStateException if a key is missing, or the region is not told
     */
    static Authoriser of(Endpoint endpoint, ApiKeys keys, String service) {
        String id = needed(keys, "AWS_ACCESS_KEY_ID");
        String secret = needed(keys, SECRET);
        AwsCredentialsIdentity identity = keys.find("AWS_SESSION_TOKEN")
                .<AwsCredentialsIdentity>map(token -> AwsSessionCredentialsIdentity.create(id, secret, token))
                .orElseGet(() -> AwsCredentialsIdentity.create(id, secret));
        return new SigV4(identity, Region.of(endpoint.baseUrl(), keys), service);
    }

    private static String needed(ApiKeys keys, String name) {
        return keys.find(name)
                .orElseThrow(() ->
                        new IllegalStateException("AWS wants a signed request, and the environment has no " + name));
    }

    @Override
    public HttpCall authorise(HttpCall call) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(call.method()))
                .uri(call.uri());
        call.headers().forEach(request::putHeader);
        SignedRequest signed = signer.sign(sign -> sign.request(request.build())
                .payload(ContentStreamProvider.fromByteArray(call.body()))
                .identity(identity)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service));
        Map<String, String> headers = new HashMap<>();
        signed.request().forEachHeader((name, values) -> headers.put(name, values.get(0)));
        return call.with(headers);
    }
}
