#pragma once
// Where a test can hurt the store on purpose: kill the process, make a commit fail, slow the disk
// down. Every function is called on the store's own thread, for every commit of any kind. The
// defaults hurt nobody; without Faults nothing is asked.

namespace casustafel::store {

class Faults {
public:
    virtual ~Faults() = default;
    // Everything is written, nothing is committed.
    virtual void before_commit() {}
    // True: this commit fails as though the disk said no.
    virtual bool fail_this_commit() { return false; }
    // Milliseconds this commit's sync takes longer than the disk needs.
    virtual int extra_sync_ms() { return 0; }
    // It is durable and nobody has heard so.
    virtual void after_commit_before_reply() {}
};

}  // namespace casustafel::store
