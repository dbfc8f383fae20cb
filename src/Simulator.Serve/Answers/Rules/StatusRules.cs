using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Validation;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules;

/// <summary>
/// What 1.3.10 refuses in a status that a client writes (the Validate...StatusUpdate of pkg/api/validation and pkg/apis/*/validation).
/// </summary>
internal static class StatusRules
{
    private static readonly FieldPath Path = FieldPath.Root("status");

    private static readonly FrozenDictionary<string, string[]> Counts = new Dictionary<string, string[]>
    {
        ["replicationcontrollers"] = ["replicas", "fullyLabeledReplicas", "observedGeneration"],
        ["replicasets"] = ["replicas", "fullyLabeledReplicas", "observedGeneration"],
        ["daemonsets"] = ["currentNumberScheduled", "numberMisscheduled", "desiredNumberScheduled"],
        ["deployments"] = ["observedGeneration", "replicas", "updatedReplicas", "availableReplicas", "unavailableReplicas"],
        ["jobs"] = ["active", "succeeded", "failed"],
        ["horizontalpodautoscalers"] = ["currentReplicas", "desiredReplicas"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Check(string resource, JsonObject document, FieldErrors errors)
    {
        var status = document["status"];
        foreach (var field in Counts.GetValueOrDefault(resource) ?? []) errors.Negative(PathOf(field), status?[field].AsNumber() ?? 0);
        switch (resource)
        {
            case "services" or "ingresses": CheckBalancer(status?["loadBalancer"]?["ingress"].Objects().ToList() ?? [], errors); break;
            case "namespaces": CheckPhase(document, errors); break;
            case "nodes": CheckAddresses(status?["addresses"].Objects().ToList() ?? [], errors); break;
        }
    }

    /// <summary>Quirk: an s too many in 1.3.10's words.</summary>
    private static FieldPath PathOf(string field) => Path.Child(field == "desiredReplicas" ? "desiredReplicasa" : field);

    private static void CheckBalancer(List<JsonObject> points, FieldErrors errors)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var path = Path.Child("loadBalancer").Child("ingress").Index(i);
            var (address, host) = (points[i].Text("ip"), points[i].Text("hostname"));
            if (address.Length > 0 && !AddressText.IsAddress(address))
                errors.Invalid(path.Child("ip"), address, "must be a valid IP address");
            if (host.Length == 0) continue;
            errors.InvalidEach(path.Child("hostname"), host, TextRules.Dns1123Subdomain(host));
            if (AddressText.IsAddress(host)) errors.Invalid(path.Child("hostname"), host, "must be a DNS name, not an IP address");
        }
    }

    private static void CheckPhase(JsonObject home, FieldErrors errors)
    {
        var phase = home["status"].Text("phase");
        var isGoing = home["metadata"]?["deletionTimestamp"] is not null;
        if (phase == (isGoing ? "Terminating" : "Active")) return;
        errors.Invalid(
            Path.Child("Phase"), phase, isGoing
                ? "may only be 'Terminating' if `deletionTimestamp` is not empty"
                : "may only be 'Active' if `deletionTimestamp` is empty");
    }

    private static void CheckAddresses(List<JsonObject> addresses, FieldErrors errors)
    {
        HashSet<(string, string)> known = [];
        for (var i = 0; i < addresses.Count; i++)
        {
            if (!known.Add((addresses[i].Text("type"), addresses[i].Text("address"))))
                errors.DuplicateJson(Path.Child("addresses").Index(i), addresses[i].ToJsonString());
        }
    }
}
