using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Api.Validation;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Changing;

/// <summary>Addresses from 10.0.0.0/24 and node ports from 30000 to 32767 (pkg/registry/service/rest.go and its allocators).</summary>
internal sealed class ServiceNumbers(IDocumentStore store, INameSource names)
{
    /// <summary>The type of services that stand for a name outside the cluster, and have no address.</summary>
    private const string OfOutside = "ExternalName";

    private const int FirstPort = 30000;
    private const int LastPort = 32767;
    private const string Network = "10.0.0.";

    /// <param name="stored">Null: the service is new.</param>
    public void Assign(JsonObject service, JsonObject? stored)
    {
        var spec = service.Child("spec");
        var hadAddress = stored is not null && stored["spec"].Text("type") != OfOutside;
        if (!hadAddress && spec.Text("type") != OfOutside) AssignAddress(service, spec);
        AssignPorts(service, spec, stored);
    }

    private void AssignAddress(JsonObject service, JsonObject spec)
    {
        var used = Used(spec => [spec.Text("clusterIP")]).ToHashSet(StringComparer.Ordinal);
        var asked = spec.Text("clusterIP");
        if (asked.Length == 0) spec["clusterIP"] = Free(used, 1, 254, number => Network + number);
        else if (asked != "None" && Fault(asked, used) is { } fault)
        {
            throw Refusal(service, FieldPath.Spec.Child("clusterIP"), GoJson.Quoted(asked), fault);
        }
    }

    private static string? Fault(string address, HashSet<string> used)
    {
        var isInside = address.StartsWith(Network, StringComparison.Ordinal) && byte.TryParse(address.AsSpan(Network.Length), out var last)
            && last is > 0 and < 255;
        if (!isInside) return "provided IP is not in the valid range";
        return used.Contains(address) ? "provided IP is already allocated" : null;
    }

    private void AssignPorts(JsonObject service, JsonObject spec, JsonObject? stored)
    {
        var needs = spec.Text("type") is "NodePort" or "LoadBalancer";
        var used = Used(Ports).ToHashSet(StringComparer.Ordinal);
        used.ExceptWith(Ports(stored?["spec"] as JsonObject ?? []));
        var index = 0;
        foreach (var port in spec["ports"].Objects())
        {
            AssignPort(service, port, index++, needs, used);
        }
    }

    private void AssignPort(JsonObject service, JsonObject port, int index, bool needs, HashSet<string> used)
    {
        if (port["nodePort"].AsNumber() is { } asked and not 0)
        {
            var text = asked.ToString(CultureInfo.InvariantCulture);
            if (asked is < FirstPort or > LastPort) throw PortRefusal(service, index, text, "provided port is not in the valid range");
            if (!used.Add(text)) throw PortRefusal(service, index, text, "provided port is already allocated");
        }
        else if (needs) port["nodePort"] = long.Parse(
            Free(used, FirstPort, LastPort, number => number.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Ports(JsonObject spec) => spec["ports"].Objects()
        .Select(port => (port["nodePort"].AsNumber() ?? 0).ToString(CultureInfo.InvariantCulture)).Where(port => port != "0");

    private IEnumerable<string> Used(Func<JsonObject, IEnumerable<string>> part) =>
        store.List("services", null).SelectMany(service => part(service["spec"] as JsonObject ?? []));

    private string Free(HashSet<string> used, int first, int last, Func<int, string> text)
    {
        var count = last - first + 1;
        var start = names.NextChoice(count);
        for (var i = 0; i < count; i++)
        {
            var candidate = text(first + ((start + i) % count));
            if (used.Add(candidate)) return candidate;
        }

        throw Failures.Make(500, "Internal error occurred: failed to allocate: range is full", "InternalError", null);
    }

    private static ApiException PortRefusal(JsonObject service, int index, string port, string why) =>
        Refusal(service, FieldPath.Spec.Child("ports").Index(index).Child("nodePort"), port, why);

    private static ApiException Refusal(JsonObject service, FieldPath path, string json, string why) => Failures.Invalid(
        "", "Service", service["metadata"].Text("name"), [new FieldError(path, "Invalid value", json, why)]);
}
