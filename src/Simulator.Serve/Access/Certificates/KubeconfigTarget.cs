using System.Text;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Access.Certificates;

/// <summary>Where a kubeconfig leads, and with which credentials.</summary>
/// <param name="AuthorityPem">Who vouches for the server; null: those whom this machine trusts.</param>
/// <param name="CertificatePem">Of the client; null: none.</param>
/// <param name="Token">Null: none.</param>
public sealed record KubeconfigTarget(string Server, string? AuthorityPem, string? CertificatePem, string? KeyPem, string? Token)
{
    /// <param name="context">Null: the current one.</param>
    /// <exception cref="FormatException">It does not lead anywhere.</exception>
    public static KubeconfigTarget Read(string text, string? context)
    {
        var diagnostics = new Diagnostics();
        var documents = SourceTree.ParseYaml("kubeconfig", text, diagnostics, Dialect.Kubectl);
        if (diagnostics.HasErrors || documents.Count != 1) throw new FormatException("it is no kubeconfig");
        var config = JsonNode.Parse(SourceJson.Write(documents[0])) as JsonObject ?? throw new FormatException("it is no kubeconfig");
        var chosen = Named(config, "contexts", context ?? config.Text("current-context"))["context"];
        var cluster = Named(config, "clusters", chosen.Text("cluster"))["cluster"];
        var user = Named(config, "users", chosen.Text("user"))["user"];
        return new KubeconfigTarget(
            cluster.Text("server"), Decoded(cluster, "certificate-authority-data"), Decoded(user, "client-certificate-data"),
            Decoded(user, "client-key-data"), user.Text("token") is { Length: > 0 } token ? token : null);
    }

    private static JsonObject Named(JsonObject config, string list, string name)
    {
        var items = (config[list] as JsonArray ?? []).OfType<JsonObject>();
        return items.FirstOrDefault(item => item.Text("name") == name)
            ?? throw new FormatException($"it has no '{name}' among its {list}");
    }

    private static string? Decoded(JsonNode? node, string key) =>
        node.Text(key) is { Length: > 0 } text ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : null;
}
