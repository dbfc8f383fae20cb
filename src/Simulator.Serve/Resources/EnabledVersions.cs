namespace Simulator.Serve.Resources;

/// <summary>Versions that 1.3.10 announces always and serves only where <c>--runtime-config</c> says so.</summary>
public static class EnabledVersions
{
    /// <param name="runtimeConfig"><c>batch/v2alpha1=true,...</c>; empty: the flag is not set.</param>
    public static IReadOnlyList<ServedResource> Of(string runtimeConfig) =>
        runtimeConfig.Split(',').Contains("batch/v2alpha1=true")
            ? [ResourceTable.Find("batch/v1", "jobs") with { Version = "v2alpha1", StoredVersion = "v1" }]
            : [];
}
