namespace Simulator.Reports.Files;

/// <summary>Another run is writing to the folder.</summary>
internal sealed class FolderTakenException(string folder)
    : IOException($"another run is writing to '{folder}': wait for it, or choose another folder (--out).");
