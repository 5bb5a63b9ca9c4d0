"""The contract as Python has it: protoc makes modules of the .proto files, and nothing else of this
project is read. `v1` gives every message by its name, `words` the words of a closed list, `limit`
what stands beside a field."""
import importlib
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = ("options", "words", "command", "view", "results", "replay", "log", "envelope")

try:
    import google.protobuf  # noqa: F401
except ImportError:
    sys.exit("This client needs the Debian packages python3-protobuf and protobuf-compiler, and "
             "Debian's own interpreter: /usr/bin/python3.")

_folder = tempfile.TemporaryDirectory(prefix="casustafel-contract.")
subprocess.run(["protoc", "--proto_path", str(ROOT / "proto"), "--python_out", _folder.name,
                *(f"casustafel/v1/{name}.proto" for name in FILES)], cwd=ROOT, check=True)
sys.path.insert(0, _folder.name)
_modules = {name: importlib.import_module(f"casustafel.v1.{name}_pb2") for name in FILES}


class _Messages:
    """v1.Join is the message Join, from whichever file it stands in."""

    def __getattr__(self, name):
        for module in _modules.values():
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError(name)


v1 = _Messages()


def words(closed_list):
    """The words of a closed list in their order, as they travel."""
    values = getattr(v1, closed_list).DESCRIPTOR.enum_types_by_name["Word"].values
    return [value.name.rstrip("_") for value in values]


def reason_of(code):
    """The word of a close code, or the code itself when it is none of the contract's."""
    reasons = words("CloseReason")
    if code is None:
        return "still open"
    return reasons[code - 4000] if 4000 <= code < 4000 + len(reasons) else str(code)


def limit(message, field, name):
    """A limit (characters, count, bytes, most_bytes …) as it stands beside a field; 0: none."""
    options = getattr(v1, message).DESCRIPTOR.fields_by_name[field].GetOptions()
    return options.Extensions[getattr(_modules["options"], name)]
