using System.Security.Cryptography.X509Certificates;
using Simulator.Serve.Access.Certificates;

namespace Simulator.Serve.Access.Setup;

/// <summary>Certificate of the secure ports, and the authority that vouches for generated clients.</summary>
/// <param name="Authority">Its own; it is among those that vouch for clients.</param>
/// <param name="TrustedPem">What clients trust to know the port.</param>
public sealed record TlsIdentity(X509Certificate2 Certificate, CertificateAuthority Authority, string TrustedPem);
