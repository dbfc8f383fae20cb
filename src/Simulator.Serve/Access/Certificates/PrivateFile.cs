namespace Simulator.Serve.Access.Certificates;

/// <summary>Files that only their owner may read.</summary>
public static class PrivateFile
{
    /// <summary>Written aside and moved, so that nobody ever sees half of it or another mode.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, string text)
    {
        var aside = $"{path}.new";
        File.Delete(aside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(aside, options)) writer.Write(text);
        File.Move(aside, path, overwrite: true);
    }
}
