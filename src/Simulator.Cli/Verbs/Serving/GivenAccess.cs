using Simulator.Cli.Output;
using Simulator.Serve.Access.Certificates;
using Simulator.Serve.Access.Setup;
using Simulator.Serve.Hosting;

namespace Simulator.Cli.Verbs.Serving;

/// <summary>Who may do what at the ports, and the kubeconfig that was asked for.</summary>
/// <param name="KubeconfigPath">Null: none.</param>
internal sealed record GivenAccess(ServeAccess Access, TlsIdentity? Tls, string? KubeconfigPath, string KubeconfigUser)
{
    /// <summary>How kubectl reaches a port.</summary>
    public string Kubectl(string cluster, string address)
    {
        var isSecure = address.StartsWith("https:", StringComparison.Ordinal);
        return isSecure && KubeconfigPath is { } path
            ? $"kubectl --kubeconfig {path} --context {cluster} get nodes ({address})"
            : $"kubectl --server {address} get nodes";
    }

    /// <summary>How the program's other verbs reach a port.</summary>
    public string Reach(string address) => address.StartsWith("https:", StringComparison.Ordinal) && KubeconfigPath is { } path
        ? $"--kubeconfig {path}"
        : $"--server {address}";

    /// <summary>Once the ports are open. False after a sentence about what is wrong.</summary>
    /// <param name="addresses">Clusters and the base addresses of their ports.</param>
    public bool WriteKubeconfig(IReadOnlyList<(string Cluster, string Address)> addresses, DateTimeOffset now, Screen screen)
    {
        if (KubeconfigPath is not { } path || Tls is null) return true;
        try
        {
            if (File.Exists(path) && !Kubeconfig.IsOwn(File.ReadAllText(path)))
            {
                screen.Refuse(
                    $"{path}  is there already, and simulator serve has not written it; allowed is another name for --kubeconfig");
                return false;
            }

            using var client = Tls.Authority.IssueClient(KubeconfigUser, now);
            PrivateFile.Write(path, Kubeconfig.Write(SecureOf(addresses), KubeconfigUser, Tls.TrustedPem, client));
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            screen.Refuse($"{path}  the kubeconfig cannot be written: {refused.Message}");
            return false;
        }
    }

    /// <summary>What listens everywhere is reached here.</summary>
    private static List<(string Cluster, string Address)> SecureOf(IReadOnlyList<(string Cluster, string Address)> addresses) =>
    [
        .. addresses.Where(port => port.Address.StartsWith("https:", StringComparison.Ordinal))
            .Select(port => (port.Cluster, port.Address.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal)
                .Replace("//[::]:", "//[::1]:", StringComparison.Ordinal))),
    ];
}
