namespace Simulator.Api.Validation;

/// <summary>Where volumes appear in a container (validateVolumeMounts in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class MountRules
{
    /// <param name="volumes">Names of the pod's volumes that have nothing wrong with them.</param>
    public static void Check(IReadOnlyList<ContainerMount> mounts, IReadOnlySet<string> volumes, FieldPath path, FieldErrors errors)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < mounts.Count; i++)
        {
            Check(mounts[i], volumes, path.Index(i), errors);
            if (!places.Add(mounts[i].Path)) errors.Invalid(path.Index(i).Child("mountPath"), mounts[i].Path, "must be unique");
            if (mounts[i].SubPath.Length > 0) PathRules.CheckSubPath(mounts[i].SubPath, path.Child("subPath"), errors);
        }
    }

    private static void Check(ContainerMount mount, IReadOnlySet<string> volumes, FieldPath path, FieldErrors errors)
    {
        if (mount.Volume.Length == 0) errors.Required(path.Child("name"));
        else if (!volumes.Contains(mount.Volume)) errors.NotFound(path.Child("name"), mount.Volume);
        if (mount.Path.Length == 0) errors.Required(path.Child("mountPath"));
        else if (mount.Path.Contains(':')) errors.Invalid(path.Child("mountPath"), mount.Path, "must not contain ':'");
    }
}
