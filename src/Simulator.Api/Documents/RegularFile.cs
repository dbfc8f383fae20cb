using System.Formats.Tar;

namespace Simulator.Api.Documents;

/// <summary>Opens files that end. A named pipe would wait for whoever writes into it, a device would never end: both are refused.</summary>
public static class RegularFile
{
    /// <summary>What a shell has opened already for this process: <c>helm template . | simulator validate /dev/stdin</c>.</summary>
    private static readonly string[] Given = ["/dev/stdin", "/dev/fd/", "/proc/self/fd/"];

    /// <summary>For reading, whoever else writes it.</summary>
    /// <exception cref="IOException">There is no such file, or it is a folder, a pipe or a device: the message is for people.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path)) throw new IOException("this is a folder; allowed are files");
        if (WhatElse(path) is { } what) throw new IOException($"this is {what}; allowed are files");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
    }

    /// <summary>All of a text file that the program itself has written.</summary>
    /// <inheritdoc cref="Open"/>
    public static string ReadText(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }

    /// <summary>What a path leads to if it is no file: "a named pipe"; null if it is one, or is not there.</summary>
    public static string? WhatElse(string path)
    {
        if (OperatingSystem.IsWindows() || Given.Any(given => path.StartsWith(given, StringComparison.Ordinal))) return null;
        var file = new FileInfo(path);
        if (!file.Exists) return null;
        var target = file.LinkTarget is null ? file : (FileInfo)(file.ResolveLinkTarget(returnFinalTarget: true) ?? file);
        return target.Exists && target.Length == 0 ? KindOf(target) : null;
    }

    /// <summary>.NET tells it only to who packs the file: nothing is opened for a pipe or a device.</summary>
    private static string? KindOf(FileInfo file)
    {
        using var packed = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(packed, TarEntryFormat.Pax, leaveOpen: true)) writer.WriteEntry(file.FullName, "file");
        }
        catch (IOException)
        {
            return "no file that can be read"; // a socket
        }
        catch (UnauthorizedAccessException)
        {
            return null; // who opens it will say so
        }

        packed.Position = 0;
        using var reader = new TarReader(packed);
        return reader.GetNextEntry()?.EntryType switch
        {
            TarEntryType.Fifo => "a named pipe",
            TarEntryType.CharacterDevice or TarEntryType.BlockDevice => "a device",
            _ => null,
        };
    }
}
