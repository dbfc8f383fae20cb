namespace Simulator.World.Specification;

/// <summary>One value of a scenario file that was changed from outside: <c>--set clusters[0].nodePools[0].count=12</c>.</summary>
/// <param name="Path">As in error messages: <c>clusters[0].nodePools[0].count</c>; items also by their names:
/// <c>clusters[east]</c>.</param>
/// <param name="Value">As it would be written in the file; "" = the key is taken away, so that its default counts.</param>
public sealed record Setting(string Path, string Value)
{
    /// <summary>Adds a library with rules of the user's own: no value of the file, but part of what is run.</summary>
    public const string PluginPath = "plugins[+]";

    public bool IsPlugin => Path == PluginPath;

    public override string ToString() => $"{Path}={Value}";
}
