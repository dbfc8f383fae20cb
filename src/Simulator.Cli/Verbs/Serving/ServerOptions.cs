using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Simulator.Cli.Output;
using Simulator.Serve.Access.Certificates;

namespace Simulator.Cli.Verbs.Serving;

/// <summary>How a verb reaches a simulator that serves: by its address, or by the kubeconfig that it wrote.</summary>
internal sealed class ServerOptions
{
    private readonly Option<string> _server = new("--server")
    {
        Description = "Address of the simulator that serves.",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:8080",
    };

    private readonly Option<string?> _token = new("--token") { Description = "Who you are, where the server asks.", HelpName = "TOKEN" };

    private readonly Option<string?> _kubeconfig = new("--kubeconfig")
    {
        Description = "The file that serve --kubeconfig wrote: address, authority and certificate.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _context = new("--context") { Description = "Of the kubeconfig: a cluster.", HelpName = "NAME" };

    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])[_server, _token, _kubeconfig, _context]) verb.Add(option);
    }

    /// <summary>Null after a sentence about what is wrong.</summary>
    public ServerClient? Read(ParseResult parsed, Screen screen)
    {
        var token = parsed.GetValue(_token);
        if (parsed.GetValue(_kubeconfig) is not { } path)
        {
            return new ServerClient(parsed.GetValue(_server)!, token, new HttpClientHandler(), screen);
        }
        try
        {
            var target = KubeconfigTarget.Read(File.ReadAllText(path), parsed.GetValue(_context));
            return new ServerClient(target.Server, token ?? target.Token, HandlerOf(target), screen);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or FormatException or CryptographicException)
        {
            return screen.Refuse<ServerClient>($"{path}  cannot be used as a kubeconfig: {broken.Message}");
        }
    }

    private static HttpClientHandler HandlerOf(KubeconfigTarget target)
    {
        var handler = new HttpClientHandler();
        if (target is { CertificatePem: { } certificate, KeyPem: { } key })
        {
            using var bare = X509Certificate2.CreateFromPem(certificate, key);
            handler.ClientCertificates.Add(X509CertificateLoader.LoadPkcs12(bare.Export(X509ContentType.Pkcs12), null));
        }

        if (target.AuthorityPem is not { } authority) return handler;
        var trusted = new X509Certificate2Collection();
        trusted.ImportFromPem(authority);
        handler.ServerCertificateCustomValidationCallback = (_, presented, _, errors) =>
            (errors & ~System.Net.Security.SslPolicyErrors.RemoteCertificateChainErrors) == 0 && IsVouchedFor(presented, trusted);
        return handler;
    }

    private static bool IsVouchedFor(X509Certificate2? presented, X509Certificate2Collection trusted)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return presented is not null && chain.Build(presented);
    }
}
