using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Simulator.Serve.Access.Certificates;

/// <summary>
/// Verifies what clients present against the authorities of <c>--client-ca-file</c>, for the use as a client, at the present time. What
/// cannot be verified names nobody, and other credentials may still count (plugin/pkg/auth/authenticator/request/x509).
/// </summary>
public sealed class ClientCertificates(X509Certificate2Collection authorities)
{
    private static readonly Oid ClientUse = new("1.3.6.1.5.5.7.3.2");

    /// <summary>The common name; null: nobody vouches for it.</summary>
    /// <param name="now">By the wall clock.</param>
    public string? NameOf(X509Certificate2 presented, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(ClientUse);
        return chain.Build(presented) && NamesItsUse(presented) ? CommonName(presented) : null;
    }

    /// <summary>.NET takes a certificate without the extension for any use, Go does not.</summary>
    private static bool NamesItsUse(X509Certificate2 presented) =>
        presented.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any();

    /// <summary>The last one counts, as in Go; empty names nobody.</summary>
    private static string? CommonName(X509Certificate2 presented)
    {
        var name = presented.SubjectName.EnumerateRelativeDistinguishedNames(reversed: false)
            .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == "2.5.4.3")
            .Select(part => part.GetSingleElementValue())
            .LastOrDefault();
        return string.IsNullOrEmpty(name) ? null : name;
    }
}
