namespace Simulator.ControlPlane.Versions;

/// <summary>All versions that there is a table of, the oldest first.</summary>
public static class KubernetesVersions
{
    public static IReadOnlyList<KubernetesVersion> All { get; } = [Kubernetes13.Table, Kubernetes120.Table];

    /// <summary>Where nothing says another.</summary>
    public static KubernetesVersion Default => All[0];

    /// <summary>All but that one.</summary>
    public static IReadOnlyList<KubernetesVersion> Others { get; } = [.. All.Skip(1)];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(version => version.Name)];

    /// <summary>Null: there is no table of it.</summary>
    public static KubernetesVersion? Find(string name) => All.FirstOrDefault(version => version.Name == name);
}
