namespace Simulator.Api.Validation;

/// <summary>
/// Init containers: what holds for containers, unique among them, and nothing that keeps a container running (validateInitContainers of
/// 1.3.10).
/// </summary>
internal static class InitContainerRules
{
    public static void Check(PodSpec spec, IReadOnlySet<string> volumes, FieldPath path, FieldErrors errors)
    {
        if (spec.InitContainers.Count == 0) return;
        ContainerRules.CheckAll(spec.InitContainers, volumes, path, errors);
        var names = spec.Containers.Select(container => container.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < spec.InitContainers.Count; i++)
        {
            var container = spec.InitContainers[i];
            if (names.Contains(container.Name)) errors.Duplicate(path.Index(i).Child("name"), container.Name);
            if (container.Name.Length > 0) names.Add(container.Name);
            RefuseAttendance(container, path.Index(i), errors);
        }
    }

    private static void RefuseAttendance(Container container, FieldPath path, FieldErrors errors)
    {
        const string Why = "must not be set for init containers";
        if (container.Details?.Lifecycle is { } hooks) errors.InvalidJson(path.Child("lifecycle"), ProbeJson.Of(hooks), Why);
        if (container.LivenessProbe is { } liveness) errors.InvalidJson(path.Child("livenessProbe"), ProbeJson.Of(liveness), Why);
        if (container.ReadinessProbe is { } readiness) errors.InvalidJson(path.Child("readinessProbe"), ProbeJson.Of(readiness), Why);
    }
}
