using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Simulator.Serve.Access.Certificates;

/// <summary>A certificate with its key.</summary>
public sealed class IssuedCertificate(X509Certificate2 certificate, ECDsa key) : IDisposable
{
    public X509Certificate2 Certificate { get; } = certificate;

    public string CertificatePem => Certificate.ExportCertificatePem();

    /// <summary>As old clients read it: SEC 1.</summary>
    public string KeyPem => key.ExportECPrivateKeyPem();

    public void Dispose()
    {
        Certificate.Dispose();
        key.Dispose();
    }
}
