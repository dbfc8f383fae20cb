using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Serve.Access.Certificates;

/// <summary>What kubectl needs to reach served clusters: one context each, the first is the current one.</summary>
public static class Kubeconfig
{
    private const string Mark = "# Written by simulator serve.";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="servers">Name of the cluster and URL of its port.</param>
    /// <param name="authorityPem">Null: the ports are not secure.</param>
    /// <param name="client">Null: no credentials.</param>
    public static string Write(
        IReadOnlyList<(string Name, string Url)> servers, string user, string? authorityPem, IssuedCertificate? client)
    {
        var config = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Config",
            ["clusters"] = Named(servers, server => ("cluster", Cluster(server.Url, authorityPem))),
            ["contexts"] = Named(servers, server => ("context", new JsonObject { ["cluster"] = server.Name, ["user"] = user })),
            ["users"] = new JsonArray(new JsonObject { ["name"] = user, ["user"] = Credentials(client) }),
            ["current-context"] = servers[0].Name,
        };
        return $"{Mark}\n{config.ToJsonString(Indented)}\n";
    }

    /// <summary>True: a file that was written here, and may be written anew.</summary>
    public static bool IsOwn(string text) => text.StartsWith(Mark, StringComparison.Ordinal);

    private static JsonArray Named(
        IReadOnlyList<(string Name, string Url)> servers, Func<(string Name, string Url), (string Key, JsonObject Value)> make) =>
        new([.. servers.Select(server =>
        {
            var (key, value) = make(server);
            return (JsonNode)new JsonObject { ["name"] = server.Name, [key] = value };
        })]);

    private static JsonObject Cluster(string url, string? authorityPem)
    {
        var cluster = new JsonObject { ["server"] = url };
        if (authorityPem is not null) cluster["certificate-authority-data"] = Base64(authorityPem);
        return cluster;
    }

    private static JsonObject Credentials(IssuedCertificate? client) => client is null ? [] : new JsonObject
    {
        ["client-certificate-data"] = Base64(client.CertificatePem + "\n"),
        ["client-key-data"] = Base64(client.KeyPem + "\n"),
    };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
