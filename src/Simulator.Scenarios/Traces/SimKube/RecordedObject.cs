using System.Text.Json;
using Simulator.Api;
using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces.SimKube;

/// <summary>An object as SimKube has recorded it, as far as pods come of it.</summary>
/// <param name="Owner">"apps/v1.Deployment dsb/web", as life cycles name it.</param>
/// <param name="Replicas">Pods that it wants; null: only its life cycles say.</param>
/// <param name="Template">Text of its pod template, to tell whether it has changed.</param>
/// <param name="Pod">What each of its pods asks for.</param>
internal sealed record RecordedObject(string Kind, string Owner, string Name, int? Replicas, string Template, TracePod Pod)
{
    /// <summary>Null: no pods come of it.</summary>
    public static RecordedObject? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || Text(value, "kind") is not { Length: > 0 } kind) return null;
        var (home, name) = Path(value, "metadata") is { } metadata ? (Text(metadata, "namespace"), Text(metadata, "name")) : ("", "");
        var spec = Path(value, "spec");
        var pods = kind switch
        {
            "Pod" => spec,
            "CronJob" => Path(value, "spec", "jobTemplate", "spec", "template", "spec"),
            _ => Path(value, "spec", "template", "spec"),
        };
        if (pods is not { } template || kind == "DaemonSet") return null;
        int? replicas = kind switch
        {
            "Pod" => 1,
            "Deployment" or "ReplicaSet" or "StatefulSet" or "ReplicationController" => Number(spec, "replicas") ?? 1,
            "Job" => Number(spec, "parallelism") ?? 1,
            _ => null,
        };
        return new RecordedObject(
            kind, $"{Text(value, "apiVersion")}.{kind} {home}/{name}", name, replicas, template.GetRawText(), Requests(template, home));
    }

    /// <summary>The sum over its containers, limits where there are no requests, or the largest init container.</summary>
    private static TracePod Requests(JsonElement template, string home)
    {
        var (cpu, memory, gpus) = (0L, 0L, 0L);
        foreach (var container in Items(template, "containers"))
        {
            cpu += Amount(container, ResourceNames.Cpu).MilliValue;
            memory += Amount(container, ResourceNames.Memory).Value;
            gpus += Amount(container, TraceNode.DeviceResource).Value;
        }

        foreach (var container in Items(template, "initContainers"))
        {
            cpu = Math.Max(cpu, Amount(container, ResourceNames.Cpu).MilliValue);
            memory = Math.Max(memory, Amount(container, ResourceNames.Memory).Value);
        }

        return new TracePod
        {
            Name = "",
            Submit = TimeSpan.Zero,
            Group = home,
            MilliCpu = cpu,
            Memory = memory,
            Gpus = (int)Math.Min(gpus, 1024),
        };
    }

    private static Quantity Amount(JsonElement container, string resource)
    {
        var text = Path(container, "resources", "requests") is { } requests ? Text(requests, resource) : "";
        if (text.Length == 0 && Path(container, "resources", "limits") is { } limits) text = Text(limits, resource);
        return text.Length > 0 && Quantity.TryParse(text, out var amount) ? amount : Quantity.Zero;
    }

    private static IEnumerable<JsonElement> Items(JsonElement value, string key) =>
        Path(value, key) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static JsonElement? Path(JsonElement? value, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (value is not { ValueKind: JsonValueKind.Object } map || !map.TryGetProperty(key, out var next)) return null;
            value = next;
        }

        return value;
    }

    private static string Text(JsonElement value, string key) => Path(value, key)?.ToString() ?? "";

    private static int? Number(JsonElement? value, string key) =>
        Path(value, key) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count)
            ? Math.Clamp(count, 0, (int)PodMaker.CopiesMax)
            : null;
}
