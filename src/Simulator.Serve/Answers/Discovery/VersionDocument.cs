using System.Text.Json.Nodes;
using Simulator.ControlPlane.Versions;

namespace Simulator.Serve.Answers.Discovery;

/// <summary><c>/version</c>.</summary>
internal static class VersionDocument
{
    public static JsonObject Of(KubernetesVersion version)
    {
        var (numbers, build) = (version.Name.Split('.'), version.Build);
        return new JsonObject
        {
            ["major"] = numbers[0],
            ["minor"] = numbers[1],
            ["gitVersion"] = "v" + version.Name,
            ["gitCommit"] = build.Commit,
            ["gitTreeState"] = "clean",
            ["buildDate"] = build.Date,
            ["goVersion"] = build.Compiler,
            ["compiler"] = "gc",
            ["platform"] = "linux/amd64",
        };
    }
}
