package org.llmperf.leaderboard.client.testsupport;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A server's key and certificate, and the authority that signed it, made anew. */
public record TestCertificates(KeyStore keys, KeyStore authorities) {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String AUTHORITY = "CN=authority";
    private static final Duration DAY = Duration.ofDays(1);

    /** @param hosts names, or addresses in digits */
    public static TestCertificates madeOutTo(String... hosts) throws Exception {
        return signed(Instant.now().plus(DAY), hosts);
    }

    /** One that was good until an hour ago. */
    public static TestCertificates expired(String host) throws Exception {
        return signed(Instant.now().minus(Duration.ofHours(1)), host);
    }

    /** One that nobody but its owner has signed. */
    public static TestCertificates selfSigned(String host) throws Exception {
        KeyPair server = keyPair();
        X509Certificate own = certificate(
                "CN=server",
                server.getPublic(),
                "CN=server",
                server,
                Instant.now().plus(DAY),
                names(host));
        return of(own, server, own);
    }

    private static TestCertificates signed(Instant end, String... hosts) throws Exception {
        KeyPair authority = keyPair();
        KeyPair server = keyPair();
        Extension mayIssue = new Extension(Extension.basicConstraints, true, new BasicConstraints(true).getEncoded());
        X509Certificate root = certificate(
                AUTHORITY,
                authority.getPublic(),
                AUTHORITY,
                authority,
                Instant.now().plus(DAY),
                mayIssue);
        return of(certificate("CN=server", server.getPublic(), AUTHORITY, authority, end, names(hosts)), server, root);
    }

    private static TestCertificates of(X509Certificate certificate, KeyPair pair, X509Certificate root)
            throws Exception {
        KeyStore keys = empty();
        keys.setKeyEntry("server", pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
        KeyStore authorities = empty();
        authorities.setCertificateEntry("authority", root);
        return new TestCertificates(keys, authorities);
    }

    private static Extension names(String... hosts) throws IOException {
        GeneralName[] names = Stream.of(hosts)
                .map(host ->
                        new GeneralName(host.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new);
        return new Extension(Extension.subjectAlternativeName, false, new GeneralNames(names).getEncoded());
    }

    private static X509Certificate certificate(
            String name, PublicKey key, String issuer, KeyPair signer, Instant end, Extension extension)
            throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.valueOf(end.toEpochMilli()),
                Date.from(end.minus(DAY.multipliedBy(2))),
                Date.from(end),
                new X500Name(name),
                key);
        builder.addExtension(extension);
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
    }

    private static KeyPair keyPair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    public SSLContext server() throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
