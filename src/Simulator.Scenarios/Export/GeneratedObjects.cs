using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Scenarios.Export;

/// <summary>What a scenario's <c>generate</c> makes, as manifests of today's groups.</summary>
internal static class GeneratedObjects
{
    private const string Apps = "apps/v1";

    /// <summary>Objects of the namespaces that they are in come first.</summary>
    public static IEnumerable<JsonObject> Of(IReadOnlyList<ApiObject> objects)
    {
        var spaces = objects.Select(value => value.Namespace).Where(name => name.Length > 0 && name != "default").Distinct();
        foreach (var name in spaces.Order(StringComparer.Ordinal)) yield return Head("v1", "Namespace", name, "");
        foreach (var value in objects) yield return Of(value);
    }

    private static JsonObject Of(ApiObject value) => value switch
    {
        Service service => With(Head(service, "v1", "Service"), Service(service)),
        ReplicationController owner => With(Head(owner, "v1", "ReplicationController"), new JsonObject
        {
            ["replicas"] = owner.Replicas,
            ["selector"] = Map(owner.Selector),
            ["template"] = Template(owner.Template),
        }),
        ReplicaSet owner => With(Head(owner, Apps, "ReplicaSet"), Owned(owner.Replicas, owner.Selector, owner.Template)),
        Deployment owner => With(Head(owner, Apps, "Deployment"), Owned(owner.Replicas, owner.Selector, owner.Template)),
        DaemonSet owner => With(Head(owner, Apps, "DaemonSet"), Owned(null, owner.Selector, owner.Template)),
        PetSet owner => With(Head(owner, Apps, "StatefulSet"), Pets(owner)),
        Job owner => With(Head(owner, "batch/v1", "Job"), new JsonObject
        {
            ["parallelism"] = owner.Parallelism,
            ["completions"] = owner.Completions,
            ["template"] = Template(owner.Template),
        }),
        _ => throw new ArgumentException($"nothing generates a {value.GetType().Name}", nameof(value)),
    };

    private static JsonObject Head(ApiObject value, string version, string kind) => Head(version, kind, value.Name, value.Namespace);

    private static JsonObject Head(string version, string kind, string name, string space)
    {
        var metadata = new JsonObject { ["name"] = name };
        if (space.Length > 0) metadata["namespace"] = space;
        return new JsonObject { ["apiVersion"] = version, ["kind"] = kind, ["metadata"] = metadata };
    }

    private static JsonObject With(JsonObject head, JsonObject spec)
    {
        head["spec"] = spec;
        return head;
    }

    private static JsonObject Owned(int? replicas, LabelSelector? selector, PodTemplate template)
    {
        var spec = new JsonObject();
        if (replicas is { } count) spec["replicas"] = count;
        spec["selector"] = new JsonObject { ["matchLabels"] = Map(selector?.MatchLabels ?? LabelSet.Empty) };
        spec["template"] = Template(template);
        return spec;
    }

    private static JsonObject Pets(PetSet owner)
    {
        var spec = Owned(owner.Replicas, owner.Selector, owner.Template);
        spec["serviceName"] = owner.ServiceName;
        if (owner.VolumeClaimTemplates.Count == 0) return spec;
        spec["volumeClaimTemplates"] = new JsonArray([.. owner.VolumeClaimTemplates.Select(claim => (JsonNode)new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = claim.Name },
            ["spec"] = new JsonObject
            {
                ["accessModes"] = new JsonArray([.. claim.AccessModes.Select(mode => (JsonNode?)mode)]),
                ["resources"] = new JsonObject { ["requests"] = Amounts(claim.Requests) },
            },
        })]);
        return spec;
    }

    private static JsonObject Service(Service service)
    {
        var spec = new JsonObject();
        if (service.ClusterIP == "None") spec["clusterIP"] = "None";
        spec["selector"] = Map(service.Selector ?? LabelSet.Empty);
        spec["ports"] = new JsonArray([.. service.Ports.Select(port => (JsonNode)new JsonObject { ["port"] = port.Port })]);
        return spec;
    }

    private static JsonObject Template(PodTemplate template)
    {
        var spec = new JsonObject
        {
            ["containers"] = new JsonArray([.. template.Spec.Containers.Select(container => (JsonNode)new JsonObject
            {
                ["name"] = container.Name,
                ["image"] = container.Image,
                ["resources"] = new JsonObject { ["requests"] = Amounts(container.Requests) },
            })]),
        };
        if (template.Spec.RestartPolicy is { Length: > 0 } policy and not "Always") spec["restartPolicy"] = policy;
        return new JsonObject { ["metadata"] = new JsonObject { ["labels"] = Map(template.Labels) }, ["spec"] = spec };
    }

    private static JsonObject Map(LabelSet labels)
    {
        var map = new JsonObject();
        foreach (var (key, value) in labels.Pairs) map[key] = value;
        return map;
    }

    private static JsonObject Amounts(ResourceList resources)
    {
        var amounts = new JsonObject();
        foreach (var (name, amount) in resources.Amounts) amounts[name] = amount.ToString();
        return amounts;
    }
}
