using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>Requests that are passed on to kubelets, pods and services.</summary>
internal sealed class ProxyAnswers(IDocumentStore store, IContainerStreams streams)
{
    public ServerAnswer Answer(Asked asked, RequestTarget target)
    {
        var (scheme, name, port) = ProxiedName.Split(target.Name!);
        var found = target.Resource.Name == "services" ? Service(target, name, port) : Find(target, target.Resource.Name, name);
        if (target.Rest.Length == 0) return Redirect(asked);
        return streams.Proxy(target.Resource.Name, found, target.Rest, asked.Request)
            ?? BodyWriter.Text(503, $"Error: 'dial tcp: no route to {scheme}{name}'\nTrying to reach: '{target.Rest}'");
    }

    private JsonObject Find(RequestTarget target, string resource, string name) =>
        store.Find(new DocumentKey(resource, target.Namespace ?? "", name)) ?? throw Failures.NotFound("", resource, name);

    /// <summary>ResourceLocation in pkg/registry/service/rest.go: what counts is the endpoints.</summary>
    private JsonObject Service(RequestTarget target, string name, string port)
    {
        if (long.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var ports = Find(target, "services", name)["spec"]?["ports"].Objects() ?? [];
            if (ports.FirstOrDefault(known => known["port"].AsNumber() == number) is not { } known)
                throw Failures.ServiceUnavailable($"no service port {number} found for service \"{name}\"");
            port = known.Text("name");
        }

        var endpoints = Find(target, "endpoints", name);
        if (!endpoints["subsets"].Objects().Any())
            throw Failures.ServiceUnavailable($"no endpoints available for service \"{name}\"");
        if (!endpoints["subsets"].Objects().Any(subset => Serves(subset, port)))
            throw Failures.ServiceUnavailable($"no endpoints available for service \"{target.Name}\"");
        return endpoints;
    }

    private static bool Serves(JsonObject subset, string port) =>
        subset["addresses"].Objects().Any() && subset["ports"].Objects().Any(known => known.Text("name") == port);

    private static ServerAnswer Redirect(Asked asked)
    {
        var query = asked.Request.Query.Length > 0 ? "?" + asked.Request.Query : "";
        return new ServerAnswer { Status = 301, Headers = [("Location", asked.Request.Path + "/" + query)] };
    }
}
