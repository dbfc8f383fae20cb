using System.Security.Cryptography;
using System.Text;

namespace Simulator.Studies.Runs;

/// <summary>Whether runs came from the same files: what a study that goes on has to know.</summary>
public static class InputDigest
{
    /// <param name="files">Scenario, manifests, tables; in any order.</param>
    /// <returns>SHA-256 in hexadecimal, of names without folders and contents.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Of(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(file)}\n"));
            using var content = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
