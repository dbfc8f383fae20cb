using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Simulator.Serve.Access.Certificates;

/// <summary>A certificate authority of its own, for one served simulation.</summary>
public sealed class CertificateAuthority : IDisposable
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";

    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    /// <summary>Clocks of clients may be a little behind.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly X509Certificate2 _own;

    private CertificateAuthority(X509Certificate2 own) => _own = own;

    public X509Certificate2 Certificate => _own;

    /// <summary>Its key, to be kept where nobody else reads it.</summary>
    public string ExportKeyPem()
    {
        using var key = _own.GetECDsaPrivateKey()!;
        return key.ExportECPrivateKeyPem() + "\n";
    }

    /// <param name="now">By the wall clock: clients compare.</param>
    public static CertificateAuthority Create(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=simulator-ca", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return new CertificateAuthority(request.CreateSelfSigned(now - Slack, now + Lifetime));
    }

    /// <summary>One that was kept: certificate and key.</summary>
    public static CertificateAuthority Load(string certificatePem, string keyPem) =>
        new(X509Certificate2.CreateFromPem(certificatePem, keyPem));

    /// <summary>For the port: the names and addresses under which clients reach it.</summary>
    public IssuedCertificate IssueServer(IEnumerable<string> names, DateTimeOffset now)
    {
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address)) alternatives.AddIpAddress(address);
            else alternatives.AddDnsName(name);
        }

        return Issue(new X500DistinguishedName("CN=kube-apiserver"), ServerUse, alternatives.Build(), now);
    }

    /// <summary>For a client: its common name is the user.</summary>
    public IssuedCertificate IssueClient(string user, DateTimeOffset now)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(user);
        return Issue(subject.Build(), ClientUse, null, now);
    }

    public void Dispose() => _own.Dispose();

    private IssuedCertificate Issue(X500DistinguishedName subject, string use, X509Extension? alternatives, DateTimeOffset now)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_own, true, false));
        if (alternatives is not null) request.CertificateExtensions.Add(alternatives);
        var until = now + Lifetime < _own.NotAfter ? now + Lifetime : new DateTimeOffset(_own.NotAfter);
        using var bare = request.Create(_own, now - Slack, until, RandomNumberGenerator.GetBytes(16));
        return new IssuedCertificate(bare.CopyWithPrivateKey(key), key);
    }
}
