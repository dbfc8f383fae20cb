using System.Runtime.InteropServices;

namespace Simulator.Reports.Files;

/// <summary>
/// Lets two folders of one file system change places in one step: whatever ends the program, each name holds one of them.
/// </summary>
public static partial class FolderExchange
{
    /// <summary>Relative paths are those of the current folder.</summary>
    private const int CurrentFolder = -100;

    /// <summary>RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS.</summary>
    private const uint Exchange = 2;

    /// <returns>False if this system or file system has no such step, or one of them is a mount point; then nothing has happened.</returns>
    public static bool TrySwap(string left, string right)
    {
        try
        {
            if (OperatingSystem.IsLinux()) return RenameAt(CurrentFolder, left, CurrentFolder, right, Exchange) == 0;
            return OperatingSystem.IsMacOS() && Rename(left, right, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt(int leftFolder, string left, int rightFolder, string right, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(string left, string right, uint flags);
}
