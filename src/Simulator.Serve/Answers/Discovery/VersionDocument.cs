using System.Text.Json.Nodes;

namespace Simulator.Serve.Answers.Discovery;

/// <summary><c>/version</c>.</summary>
internal static class VersionDocument
{
    public static JsonObject Make() => new()
    {
        ["major"] = "1",
        ["minor"] = "3",
        ["gitVersion"] = "v1.3.10",
        ["gitCommit"] = "c3e367e",
        ["gitTreeState"] = "clean",
        ["buildDate"] = "2016-11-02T06:02:04Z",
        ["goVersion"] = "go1.6.2",
        ["compiler"] = "gc",
        ["platform"] = "linux/amd64",
    };
}
