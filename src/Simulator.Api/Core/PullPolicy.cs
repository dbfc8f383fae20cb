namespace Simulator.Api;

/// <summary>When an image is pulled whose container does not say it.</summary>
public static class PullPolicy
{
    /// <summary>Always for no tag or latest (SetDefaults_Container of api/v1/defaults.go).</summary>
    public static string Of(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        if (name.Contains('@', StringComparison.Ordinal)) return "IfNotPresent";
        var tag = name.Split(':') is [_, var text, ..] ? text : "latest";
        return tag == "latest" ? "Always" : "IfNotPresent";
    }
}
