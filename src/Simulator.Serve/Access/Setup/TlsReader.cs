using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Simulator.Api.Documents;
using Simulator.Serve.Access.Certificates;

namespace Simulator.Serve.Access.Setup;

/// <summary>Reads or makes the certificates of the secure ports.</summary>
public static class TlsReader
{
    private const string AuthorityCertificate = "ca.crt";

    private const string AuthorityKey = "ca.key";

    /// <summary>Null after errors.</summary>
    /// <param name="now">By the wall clock.</param>
    public static TlsIdentity? Read(TlsSettings settings, DateTimeOffset now, Diagnostics diagnostics)
    {
        if (settings.CertificateFile is null != settings.KeyFile is null)
        {
            diagnostics.Error("--tls-cert-file", 0, 0, "and --tls-private-key-file belong together; allowed are both or neither");
            return null;
        }

        return Try(settings.CertificateFile ?? settings.Folder ?? "", diagnostics, () => Make(settings, now));
    }

    private static TlsIdentity Make(TlsSettings settings, DateTimeOffset now)
    {
        var authority = settings.Folder is { } folder ? Kept(folder, now) : CertificateAuthority.Create(now);
        if (settings.CertificateFile is { } file)
        {
            using var given = X509Certificate2.CreateFromPemFile(file, settings.KeyFile);
            return new TlsIdentity(Usable(given), authority, File.ReadAllText(file));
        }

        using var issued = authority.IssueServer(NamesOf(settings.Address), now);
        return new TlsIdentity(Usable(issued.Certificate), authority, authority.Certificate.ExportCertificatePem() + "\n");
    }

    /// <summary>The authority of the folder; the first time it is made and kept there.</summary>
    private static CertificateAuthority Kept(string folder, DateTimeOffset now)
    {
        var (certificate, key) = (Path.Combine(folder, AuthorityCertificate), Path.Combine(folder, AuthorityKey));
        if (File.Exists(certificate)) return CertificateAuthority.Load(File.ReadAllText(certificate), File.ReadAllText(key));
        Directory.CreateDirectory(folder);
        var made = CertificateAuthority.Create(now);
        PrivateFile.Write(key, made.ExportKeyPem());
        PrivateFile.Write(certificate, made.Certificate.ExportCertificatePem() + "\n");
        return made;
    }

    /// <summary>Windows cannot use a key that is in memory only.</summary>
    private static X509Certificate2 Usable(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);

    private static IEnumerable<string> NamesOf(IPAddress address)
    {
        var isAny = address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
        var own = isAny ? Dns.GetHostAddresses(Dns.GetHostName()).Select(each => $"{each}") : [$"{address}"];
        return own.Concat(["localhost", "127.0.0.1", "::1", Dns.GetHostName(), "kubernetes", "kubernetes.default"]).Distinct();
    }

    private static TlsIdentity? Try(string path, Diagnostics diagnostics, Func<TlsIdentity> make)
    {
        try
        {
            return make();
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            diagnostics.Error(path, 0, 0, $"the certificate or its key cannot be read: {broken.Message}; allowed are both as PEM");
            return null;
        }
    }
}
