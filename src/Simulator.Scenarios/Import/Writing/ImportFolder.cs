using System.Security.Cryptography;
using System.Text;

namespace Simulator.Scenarios.Import.Writing;

/// <summary>
/// The folder that an import goes to: it is either as it was, or wholly new. One that somebody has changed, or that holds anything else,
/// is left alone.
/// </summary>
internal sealed class ImportFolder : IDisposable
{
    private const string ScenarioFile = "scenario.yaml";
    private const string Sign = "# Written by simulator import cluster; sum ";

    private readonly string _target;

    private ImportFolder(string target, string fresh) => (_target, Fresh) = (target, fresh);

    /// <summary>Where the new files are made.</summary>
    public string Fresh { get; }

    public string Scenario => Path.Combine(Fresh, ScenarioFile);

    /// <exception cref="IOException">The folder is somebody else's, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static ImportFolder Reserve(string folder)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Refuse(target, folder);
        var parent = Path.GetDirectoryName(target) ?? target;
        Directory.CreateDirectory(parent);
        var fresh = Path.Combine(parent, $".{Path.GetFileName(target)}.partial");
        if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        Directory.CreateDirectory(fresh);
        return new ImportFolder(target, fresh);
    }

    /// <summary>After all files that it names.</summary>
    /// <param name="text">Without the sign, which becomes its first line.</param>
    public void WriteScenario(string text) => File.WriteAllText(Scenario, $"{Sign}{SumOf(Fresh, text)}\n{text}");

    /// <summary>Puts what was made in its place.</summary>
    public void Fill()
    {
        var old = Fresh + ".old";
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
        if (Directory.Exists(_target)) Directory.Move(_target, old);
        Directory.Move(Fresh, _target);
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
    }

    public void Dispose()
    {
        if (Directory.Exists(Fresh)) Directory.Delete(Fresh, recursive: true);
    }

    private static void Refuse(string target, string folder)
    {
        if (File.Exists(target)) throw new IOException($"'{folder}' is a file, not a folder: nothing was written.");
        if (!Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any()) return;
        var scenario = Path.Combine(target, ScenarioFile);
        var others = Directory.EnumerateFileSystemEntries(target).Select(Path.GetFileName)
            .Where(name => name is not (ScenarioFile or FoundFiles.Folder)).Order(StringComparer.Ordinal).ToList();
        if (others.Count > 0 || !File.Exists(scenario))
        {
            throw new IOException(
                $"'{folder}' holds other files than an import's ({others.FirstOrDefault() ?? FoundFiles.Folder}): nothing was written.");
        }
        if (!IsUnchanged(target, File.ReadAllText(scenario)))
        {
            throw new IOException($"'{folder}' was not written by an import, or has been changed since: nothing was written.");
        }
    }

    private static bool IsUnchanged(string target, string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && text.StartsWith(Sign, StringComparison.Ordinal) && text[Sign.Length..end] == SumOf(target, text[(end + 1)..]);
    }

    /// <summary>Of the scenario, and of all files in the folder that it names.</summary>
    private static string SumOf(string target, string text)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sum.AppendData(Encoding.UTF8.GetBytes(text));
        var found = Path.Combine(target, FoundFiles.Folder);
        string[] files = Directory.Exists(found) ? Directory.GetFiles(found, "*", SearchOption.AllDirectories) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            sum.AppendData(Encoding.UTF8.GetBytes($"\n{Path.GetRelativePath(found, file)}\n"));
            using var content = File.OpenRead(file);
            sum.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset().AsSpan(0, 8));
    }
}
