using Simulator.Reports.RunSets;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Files;

/// <summary>
/// A folder that results will go to, kept for one run from before it begins: it is known to be writable, nobody else writes to it, and it
/// is either the old results or the new ones.
/// </summary>
public sealed class FolderPlace : IDisposable
{
    private readonly FolderLock _lock;
    private readonly IReadOnlyList<string> _made;
    private bool _isFilled;

    private FolderPlace(string target, string fresh, FolderLock held, IReadOnlyList<string> made) =>
        (Target, Fresh, _lock, _made) = (target, fresh, held, made);

    /// <summary>Where the results will be; behind a symbolic link that to which it leads.</summary>
    internal string Target { get; }

    /// <summary>Where they are made.</summary>
    internal string Fresh { get; }

    /// <summary>Whoever stands in it must not find himself in a folder that is gone.</summary>
    private bool IsCurrent => (Environment.CurrentDirectory + "/").StartsWith(Target + "/", StringComparison.Ordinal);

    /// <summary>Somebody's home folder as the output must not cost them their files.</summary>
    /// <param name="folder">For example <c>results/zone-outage</c>; its parents are made.</param>
    /// <exception cref="IOException">It is a file, holds something else, cannot be written, or another run writes to it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static FolderPlace Reserve(string folder)
    {
        var target = TargetOf(folder);
        OtherFiles.Refuse(target, SummaryJson.FileName);
        if (File.Exists(Path.Combine(target, RunSetFile.Name)))
        {
            throw new IOException($"'{target}' holds the runs of a study ({RunSetFile.Name}): nothing was written.");
        }
        var made = Make(Path.GetDirectoryName(target) ?? target);
        try
        {
            return Reserve(target, Beside(target), made);
        }
        catch (Exception failure) when (IsRefusal(failure) && Directory.Exists(target))
        {
            return Reserve(target, target + Path.DirectorySeparatorChar, made);
        }
        catch
        {
            Unmake(made);
            throw;
        }
    }

    /// <summary>Puts what is in <see cref="Fresh"/> in the place of the old results. What is not the program's stays there.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    internal void Fill()
    {
        if (!Directory.Exists(Target)) Directory.Move(Fresh, Target);
        else if (IsCurrent || !FolderExchange.TrySwap(Fresh, Target)) Leftovers.MoveOver(Fresh, Target);
        _isFilled = true;
        Leftovers.Clear(Fresh, Target);
    }

    public void Dispose()
    {
        if (!_isFilled) Leftovers.Clear(Fresh, Target);
        _lock.Dispose();
        if (!_isFilled) Unmake(_made);
    }

    private static FolderPlace Reserve(string target, string start, IReadOnlyList<string> made)
    {
        var held = FolderLock.Take(start + Leftovers.LockEnding, target);
        try
        {
            var fresh = start + Leftovers.Ending;
            Leftovers.Clear(fresh, target);
            Directory.CreateDirectory(fresh);
            return new FolderPlace(target, fresh, held, made);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>What surrounds a folder may be closed to writers where the folder itself is open: a volume of a container.</summary>
    private static bool IsRefusal(Exception failure) =>
        failure is UnauthorizedAccessException or (IOException and not FolderTakenException);

    /// <summary>Beside the target, so that the move stays on one file system: <c>results/.zone-outage</c>.</summary>
    private static string Beside(string target) => Path.Combine(Path.GetDirectoryName(target) ?? target, $".{Path.GetFileName(target)}");

    private static string TargetOf(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var info = new DirectoryInfo(path);
        return info.LinkTarget is null ? path : info.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    /// <returns>The folders that were not there, outermost first.</returns>
    private static List<string> Make(string folder)
    {
        var made = new List<string>();
        for (var place = folder; place is not null && !Directory.Exists(place); place = Path.GetDirectoryName(place)) made.Insert(0, place);
        Directory.CreateDirectory(folder);
        return made;
    }

    private static void Unmake(IReadOnlyList<string> made)
    {
        foreach (var folder in made.Reverse().Where(folder => Directory.Exists(folder)
            && !Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            Directory.Delete(folder);
        }
    }
}
