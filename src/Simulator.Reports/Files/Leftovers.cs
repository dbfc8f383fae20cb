using Simulator.Reports.Summaries;

namespace Simulator.Reports.Files;

/// <summary>Folders in which results are made, and what is left there when they are in place or when their program was killed.</summary>
public static class Leftovers
{
    public const string Ending = ".partial";

    /// <summary>Of the file that keeps others away.</summary>
    public const string LockEnding = ".lock";

    /// <summary>Whether something in a results folder is there only because the folder around it is closed to writers.</summary>
    public static bool IsOne(string path) => Path.GetFileName(path) is Ending or LockEnding;

    /// <summary>Removes a folder in which results were made; what is not the program's moves to where results are.</summary>
    public static void Clear(string left, string target)
    {
        if (!Directory.Exists(left)) return;
        foreach (var entry in new DirectoryInfo(left).EnumerateFileSystemInfos().ToList()) Clear(entry, entry.Name, target);
        Directory.Delete(left);
    }

    /// <summary>Where two folders cannot change places: file by file, the sign of whole results taken away first and given last.</summary>
    public static void MoveOver(string fresh, string target)
    {
        var inside = Path.Combine(target, Ending);
        try
        {
            if (fresh != inside) MoveAll(OwnFiles.In(fresh), fresh, inside);
            MoveUp(inside, target);
        }
        finally
        {
            // On a full disk half of them would stay.
            Clear(inside, target);
        }
    }

    private static void MoveUp(string inside, string target)
    {
        var files = OwnFiles.In(inside);
        File.Delete(Path.Combine(target, SummaryJson.FileName));
        foreach (var old in OwnFiles.In(target).Except(files)) File.Delete(Path.Combine(target, old));
        MoveAll(files, inside, target);
    }

    private static void Clear(FileSystemInfo entry, string path, string target)
    {
        if (OwnFiles.Contains(path) || entry is DirectoryInfo && OwnFiles.IsFolder(path) && entry.LinkTarget is null)
        {
            if (entry is DirectoryInfo folder)
            {
                foreach (var inside in folder.EnumerateFileSystemInfos().ToList()) Clear(inside, $"{path}/{inside.Name}", target);
            }
            entry.Delete();
            return;
        }

        var place = Path.Combine(target, path);
        while (Path.Exists(place)) place += ".old";
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        if (entry is DirectoryInfo moved) moved.MoveTo(place);
        else ((FileInfo)entry).MoveTo(place);
    }

    private static void MoveAll(IEnumerable<string> files, string from, string to)
    {
        foreach (var path in files)
        {
            var place = Path.Combine(to, path);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(Path.Combine(from, path), place, overwrite: true);
        }
    }
}
