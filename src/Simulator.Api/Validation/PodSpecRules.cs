using System.Runtime.CompilerServices;

namespace Simulator.Api.Validation;

/// <summary>The spec of a pod (ValidatePodSpec in pkg/api/validation/validation.go of 1.3.10).</summary>
/// <remarks>Judged once a template, wherever its pods are bound: its node is not what a fault of it is about.</remarks>
internal static class PodSpecRules
{
    /// <summary>By what the version acts upon.</summary>
    private static readonly ConditionalWeakTable<IReadOnlySet<string>, ConditionalWeakTable<SharedPodSpec, IReadOnlyList<FieldError>>>
        Known = [];

    public static void Check(PodSpec spec, FieldPath path, FieldErrors errors) => errors.AddBelow(path, ErrorsOf(spec, errors.ActedUpon));

    private static IReadOnlyList<FieldError> ErrorsOf(PodSpec spec, IReadOnlySet<string> actedUpon)
    {
        if (spec.NodeName.Length > 0 && TextRules.Dns1123Subdomain(spec.NodeName).Count > 0) return Judge(spec, actedUpon);
        var known = Known.GetOrCreateValue(actedUpon);
        if (!known.TryGetValue(spec.Shared, out var errors)) known.AddOrUpdate(spec.Shared, errors = Judge(spec, actedUpon));
        return errors;
    }

    private static IReadOnlyList<FieldError> Judge(PodSpec spec, IReadOnlySet<string> actedUpon)
    {
        var errors = new FieldErrors { ActedUpon = actedUpon };
        var volumes = VolumeRules.Check(spec.Volumes, FieldPath.Root("volumes"), errors);
        ContainerRules.CheckAll(spec.Containers, volumes, FieldPath.Root("containers"), errors);
        InitContainerRules.Check(spec, volumes, FieldPath.Root("initContainers"), errors);
        CheckPolicies(spec, errors);
        ObjectMetaRules.CheckLabels(spec.NodeSelector, FieldPath.Root("nodeSelector"), errors);
        SecurityRules.CheckPod(spec, errors);
        CheckName("serviceAccountName", spec.ServiceAccountName, TextRules.Dns1123Subdomain, errors);
        CheckName("nodeName", spec.NodeName, TextRules.Dns1123Subdomain, errors);
        if (spec.ActiveDeadline is { } deadline && deadline <= TimeSpan.Zero)
            errors.Invalid(FieldPath.Root("activeDeadlineSeconds"), (long)deadline.TotalSeconds, "must be greater than 0");
        CheckName("hostname", spec.Hostname, TextRules.Dns1123Label, errors);
        CheckName("subdomain", spec.Subdomain, TextRules.Dns1123Label, errors);
        LaterPodRules.Check(spec, errors);
        return errors.All;
    }

    private static void CheckPolicies(PodSpec spec, FieldErrors errors)
    {
        if (spec.RestartPolicy is not ("Always" or "OnFailure" or "Never"))
            errors.Unsupported(FieldPath.Root("restartPolicy"), spec.RestartPolicy, "Always", "OnFailure", "Never");
        if (spec.Details is { DnsPolicy: not ("" or "ClusterFirst" or "Default") and var policy })
            errors.Unsupported(FieldPath.Root("dnsPolicy"), policy, "ClusterFirst", "Default");
    }

    private static void CheckName(string field, string name, Func<string, IReadOnlyList<string>> rule, FieldErrors errors)
    {
        if (name.Length > 0) errors.InvalidEach(FieldPath.Root(field), name, rule(name));
    }
}
