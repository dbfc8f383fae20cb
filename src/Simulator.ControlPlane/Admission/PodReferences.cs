using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>A ConfigMap or Secret, or a key of it, that a pod needs and that is not there.</summary>
/// <param name="Key">"" if the whole object is missing.</param>
public readonly record struct MissingReference(string Kind, string Name, string Key)
{
    public override string ToString() =>
        Key.Length == 0 ? $"{Kind.ToLowerInvariant()}s \"{Name}\" not found" : $"{Kind} {Name} has no key {Key}";
}

/// <summary>What a kubelet has to find before it can start a pod.</summary>
public static class PodReferences
{
    /// <summary>
    /// The first volume that cannot be mounted; null if all can. The kubelet tries such a mount again after 500 ms, doubling to two minutes
    /// (pkg/kubelet/volumemanager).
    /// </summary>
    /// <param name="find">Looks an object up by kind and key.</param>
    public static MissingReference? MissingVolume(Pod pod, Func<string, ObjectKey, ApiObject?> find)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            if (volume.Data is { } data && Missing(data, pod.Namespace, find) is { } missing) return missing;
        }

        return null;
    }

    /// <summary>
    /// The first value of a container's environment that is not there; null if all are. The container does not start, the sync fails and
    /// comes again after 10 to 15 s (pkg/kubelet/pod_workers.go).
    /// </summary>
    /// <param name="home">The pod's namespace.</param>
    /// <param name="find">Looks an object up by kind and key.</param>
    public static MissingReference? MissingEnvironment(Container container, string home, Func<string, ObjectKey, ApiObject?> find)
    {
        foreach (var reference in container.EnvironmentFrom)
        {
            if (Missing(reference, home, find) is { } missing) return missing;
        }

        return null;
    }

    private static MissingReference? Missing(DataReference reference, string home, Func<string, ObjectKey, ApiObject?> find)
    {
        IReadOnlyList<string>? keys = find(reference.Kind, new ObjectKey(home, reference.Name)) switch
        {
            ConfigMap map => map.Keys,
            Secret secret => secret.Keys,
            _ => null,
        };
        if (keys is null) return new MissingReference(reference.Kind, reference.Name, "");
        foreach (var key in reference.Keys)
        {
            if (!keys.Contains(key)) return new MissingReference(reference.Kind, reference.Name, key);
        }

        return null;
    }
}
