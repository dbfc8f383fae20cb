using System.Globalization;

namespace Simulator.Api.Validation;

/// <summary>
/// Security contexts and the node's network (ValidatePodSecurityContext, ValidateSecurityContext in pkg/api/validation/validation.go of
/// 1.3.10).
/// </summary>
/// <remarks>Privileged containers count as allowed: published setups of 1.3 run their API servers with --allow-privileged.</remarks>
internal static class SecurityRules
{
    private const string IdRange = "must be between 0 and 2147483647, inclusive";

    public static void CheckPod(PodSpec spec, FieldErrors errors)
    {
        if (spec.HostNetwork) CheckHostNetwork(spec.Containers, errors);
        if (spec.Details is not { } details) return;
        var path = FieldPath.Root("securityContext");
        CheckId(details.FsGroup, path.Child("fsGroup"), errors);
        CheckId(details.RunAsUser, path.Child("runAsUser"), errors);
        for (var i = 0; i < details.SupplementalGroups.Count; i++)
        {
            CheckId(
                details.SupplementalGroups[i], path.Child(string.Create(CultureInfo.InvariantCulture, $"supplementalGroups[{i}]")), errors);
        }
    }

    public static void CheckContainer(Container container, FieldPath path, FieldErrors errors)
    {
        if (container.Details?.RunAsUser is { } user) errors.Negative(path.Child("securityContext").Child("runAsUser"), user);
    }

    private static void CheckHostNetwork(IReadOnlyList<Container> containers, FieldErrors errors)
    {
        for (var i = 0; i < containers.Count; i++)
        {
            for (var j = 0; j < containers[i].Ports.Count; j++)
            {
                var port = containers[i].Ports[j];
                if (port.HostPort != port.Port)
                    errors.Invalid(
                        FieldPath.Root("containers").Index(i).Child("ports").Index(j).Child("containerPort"), port.Port,
                        "must match `hostPort` when `hostNetwork` is true");
            }
        }
    }

    private static void CheckId(long? id, FieldPath path, FieldErrors errors)
    {
        if (id is < 0 or > int.MaxValue) errors.Invalid(path, id.Value, IdRange);
    }
}
