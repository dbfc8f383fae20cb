using Simulator.World.Specification;

namespace Simulator.Studies.Fuzzing;

/// <summary>An input to be tried.</summary>
public sealed record FuzzCase
{
    internal FuzzCase(string title, FuzzFile file, string text, int way, IReadOnlyList<Setting> settings) =>
        (Title, File, Text, Way, Settings) = (title, file, text, way, settings);

    /// <summary>What it is, in words.</summary>
    public string Title { get; }

    /// <summary>What is in the file.</summary>
    public string Text { get; }

    internal FuzzFile File { get; }

    internal int Way { get; }

    internal IReadOnlyList<Setting> Settings { get; }
}
