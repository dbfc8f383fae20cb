namespace Simulator.Api.Validation;

/// <summary>Containers (validateContainers in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class ContainerRules
{
    public static void CheckAll(IReadOnlyList<Container> containers, IReadOnlySet<string> volumes, FieldPath path, FieldErrors errors)
    {
        if (containers.Count == 0) errors.Required(path);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < containers.Count; i++)
        {
            CheckName(containers[i].Name, names, path.Index(i).Child("name"), errors);
            Check(containers[i], volumes, path.Index(i), errors);
        }

        PortRules.CheckHostPorts(containers, path, errors);
    }

    /// <summary>A DNS label that comes once.</summary>
    public static void CheckName(string name, HashSet<string> names, FieldPath path, FieldErrors errors)
    {
        if (name.Length == 0)
        {
            errors.Required(path);
            return;
        }

        var messages = TextRules.Dns1123Label(name);
        errors.InvalidEach(path, name, messages);
        if (messages.Count == 0 && !names.Add(name)) errors.Duplicate(path, name);
    }

    private static void Check(Container container, IReadOnlySet<string> volumes, FieldPath path, FieldErrors errors)
    {
        if (container.Image.Length == 0) errors.Required(path.Child("image"));
        if (container.Details?.Lifecycle is { } hooks) ProbeRules.CheckHooks(hooks, path.Child("lifecycle"), errors);
        ProbeRules.Check(container.LivenessProbe, path.Child("livenessProbe"), errors);
        if (container.LivenessProbe is { SuccessThreshold: not 1 and var threshold })
            errors.Invalid(path.Child("livenessProbe").Child("successThreshold"), threshold, "must be 1");
        ProbeRules.Check(container.ReadinessProbe, path.Child("readinessProbe"), errors);
        if (errors.ActsUpon("pod.containers[].startupProbe")) CheckStartup(container.StartupProbe, path.Child("startupProbe"), errors);
        PortRules.Check(container.Ports, path.Child("ports"), errors);
        if (container.Details is { } details)
        {
            EnvironmentRules.Check(details.Environment, path.Child("env"), errors);
            MountRules.Check(details.Mounts, volumes, path.Child("volumeMounts"), errors);
        }

        if (container.ImagePullPolicy is not ("" or "Always" or "IfNotPresent" or "Never"))
            errors.Unsupported(path.Child("imagePullPolicy"), container.ImagePullPolicy, "Always", "IfNotPresent", "Never");
        ResourceRules.Check(container, path.Child("resources"), errors);
        SecurityRules.CheckContainer(container, path, errors);
    }

    private static void CheckStartup(Probe? probe, FieldPath path, FieldErrors errors)
    {
        ProbeRules.Check(probe, path, errors);
        if (probe is { SuccessThreshold: not 1 and var threshold }) errors.Invalid(path.Child("successThreshold"), threshold, "must be 1");
    }
}
