using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Simulator.Serve.Hosting.Ports;

/// <summary>A port with TLS.</summary>
internal static class SecurePort
{
    private static readonly TimeSpan HandshakeMax = TimeSpan.FromSeconds(10);

    /// <summary>
    /// HTTP/1.1 only, as exec needs it. A client may show a certificate; whether it counts is judged with the request, and other
    /// credentials may count instead (as tls.RequestClientCert of 1.3.10).
    /// </summary>
    public static void ListenSecurely(this KestrelServerOptions kestrel, IPAddress address, int port, X509Certificate2 certificate) =>
        kestrel.Listen(address, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(https =>
            {
                https.ServerCertificate = certificate;
                https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
                https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                https.AllowAnyClientCertificate();
                https.HandshakeTimeout = HandshakeMax;
            });
        });
}
