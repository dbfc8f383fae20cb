using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Versions;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Values of cloud-provider.</summary>
internal static class Clouds
{
    private const string None = "false";

    private const string Some = "true";

    public const string Gce = "gce";

    public const string Aws = "aws";

    private static readonly string[] Names = [None, Some, Gce, Aws];

    /// <summary>Without quotes true and false are no texts.</summary>
    public static readonly ValueForm Form = new(
        string.Join(" or ", Names), _ => new JsonObject { ["enum"] = new JsonArray(false, true, None, Some, Gce, Aws) });

    public static string? Read(SourceCursor cursor) =>
        cursor.Node is SourceScalar scalar && scalar.TryBoolean(out var isThere) ? (isThere ? Some : None) : cursor.OneOf(Names);

    public static string NameOf(ControllerManagerOptions flags) => !flags.CloudProvider ? None : flags.Cloud == CloudKind.Gce ? Gce : Aws;

    public static ControllerManagerOptions With(ControllerManagerOptions flags, string name) =>
        flags with { CloudProvider = name != None, Cloud = name == Aws ? CloudKind.Aws : CloudKind.Gce };
}
