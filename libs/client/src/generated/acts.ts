export const ACTS = {
 "SessionController_open": {
  "method": "POST",
  "path": "/api/v1/sessions",
  "schema": {
   "type": "object",
   "properties": {
    "login": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "password": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "bearer": {
     "default": false,
     "description": "For programs: answer with a token instead of a cookie",
     "type": "boolean"
    }
   },
   "required": [
    "login",
    "password"
   ],
   "additionalProperties": false
  }
 },
 "actForAnother": {
  "method": "PUT",
  "path": "/api/v1/sessions/current/acting",
  "schema": {
   "type": "object",
   "properties": {
    "delegation": {
     "type": "string",
     "format": "uuid"
    }
   },
   "required": [
    "delegation"
   ],
   "additionalProperties": false
  }
 },
 "enterDemo": {
  "method": "POST",
  "path": "/api/v1/demo/sessions",
  "schema": {
   "type": "object",
   "properties": {
    "login": {
     "type": "string",
     "maxLength": 100
    }
   },
   "required": [
    "login"
   ],
   "additionalProperties": false
  }
 },
 "draftCampaign": {
  "method": "POST",
  "path": "/api/v1/campaigns",
  "schema": {
   "type": "object",
   "properties": {
    "plan": {
     "type": "string",
     "description": "Id of the plan template"
    },
    "region": {
     "type": "string",
     "pattern": "^\\/(\\d{6}\\/)*$"
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 300
    },
    "start": {
     "type": "string",
     "format": "date"
    },
    "end": {
     "description": "Instead of the end the plan gives",
     "type": "string",
     "format": "date"
    },
    "dates": {
     "type": "object",
     "additionalProperties": {
      "type": "string",
      "format": "date"
     },
     "description": "Days instead of those the plan reads from its words, or leaves to the draft, by place"
    },
    "units": {
     "description": "Instead of every unit of the region the plan takes in",
     "minItems": 1,
     "maxItems": 20000,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "rules": {
     "description": "Standing rules in force that the campaign carries on",
     "maxItems": 200,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "parent": {
     "description": "The superior's campaign it carries out, or the one it is a part of",
     "type": "string",
     "format": "uuid"
    },
    "predecessor": {
     "description": "The earlier campaign it looks back on",
     "type": "string",
     "format": "uuid"
    }
   },
   "required": [
    "plan",
    "region",
    "start"
   ],
   "additionalProperties": false
  }
 },
 "addUnit": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/participants",
  "schema": {
   "type": "object",
   "properties": {
    "unit": {
     "type": "string",
     "format": "uuid"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "unit",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "approveCampaign": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/approval",
  "schema": {
   "type": "object",
   "properties": {},
   "additionalProperties": false
  }
 },
 "returnCampaign": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/return",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "launchCampaign": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/launch",
  "schema": {
   "type": "object",
   "properties": {},
   "additionalProperties": false
  }
 },
 "moveDeadline": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/deadline-moves",
  "schema": {
   "type": "object",
   "properties": {
    "from": {
     "type": "string",
     "format": "date-time",
     "description": "The deadline to move, as it stands"
    },
    "to": {
     "type": "string",
     "format": "date-time"
    },
    "source": {
     "description": "Only this deliverable or report of the plan",
     "type": "string"
    },
    "unit": {
     "description": "Only this unit",
     "type": "string",
     "format": "uuid"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "from",
    "to",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "pauseCampaign": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/pause",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "resumeCampaign": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/resumption",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "closePhase": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/phase-closures",
  "schema": {
   "type": "object",
   "properties": {
    "phase": {
     "type": "string"
    },
    "note": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    }
   },
   "required": [
    "phase",
    "note"
   ],
   "additionalProperties": false
  }
 },
 "sumUpCampaign": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/summary",
  "schema": {
   "type": "object",
   "properties": {
    "summary": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100000
    }
   },
   "required": [
    "summary"
   ],
   "additionalProperties": false
  }
 },
 "closeCampaign": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/closure",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "additionalProperties": false
  }
 },
 "stopCampaign": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/termination",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "dropUnit": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/participant-removals",
  "schema": {
   "type": "object",
   "properties": {
    "unit": {
     "type": "string",
     "format": "uuid"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "unit",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "chaseUnits": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/chases",
  "schema": {
   "type": "object",
   "properties": {
    "units": {
     "minItems": 1,
     "maxItems": 3000,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "message": {
     "description": "What the units are told beside what they owe",
     "type": "string",
     "minLength": 1,
     "maxLength": 500
    }
   },
   "required": [
    "units"
   ],
   "additionalProperties": false
  }
 },
 "takeOverLedger": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/inheritance",
  "schema": {
   "type": "object",
   "properties": {
    "due": {
     "type": "string",
     "format": "date",
     "description": "By when it is put right"
    },
    "struckOff": {
     "default": true,
     "description": "Also what was struck off, to be checked again",
     "type": "boolean"
    }
   },
   "required": [
    "due"
   ],
   "additionalProperties": false
  }
 },
 "sampleRechecks": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/recheck-samples",
  "schema": {
   "type": "object",
   "properties": {
    "percent": {
     "type": "integer",
     "minimum": 1,
     "maximum": 100
    },
    "atLeast": {
     "default": 1,
     "type": "integer",
     "minimum": 1,
     "maximum": 10000
    }
   },
   "required": [
    "percent"
   ],
   "additionalProperties": false
  }
 },
 "submitReport": {
  "method": "POST",
  "path": "/api/v1/obligations/{id}/submission",
  "schema": {
   "type": "object",
   "properties": {
    "values": {
     "default": {},
     "description": "The fields of the form, by id",
     "type": "object",
     "additionalProperties": {
      "type": "string",
      "maxLength": 5000
     }
    },
    "reasons": {
     "default": {},
     "description": "Why a field says something else than what the system knows, by id",
     "type": "object",
     "additionalProperties": {
      "type": "string",
      "minLength": 1,
      "maxLength": 2000,
      "description": "Why; kept on the record"
     }
    },
    "content": {
     "type": "string",
     "minLength": 1,
     "maxLength": 50000
    },
    "figures": {
     "default": {},
     "type": "object",
     "additionalProperties": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
     }
    },
    "file": {
     "description": "The written report, uploaded before",
     "type": "string",
     "format": "uuid"
    },
    "signedBy": {
     "description": "Who answers for the written report",
     "type": "object",
     "properties": {
      "name": {
       "type": "string",
       "minLength": 1,
       "maxLength": 100
      },
      "position": {
       "type": "string",
       "minLength": 1,
       "maxLength": 100
      }
     },
     "required": [
      "name",
      "position"
     ],
     "additionalProperties": false
    },
    "zero": {
     "default": false,
     "description": "A zero report: nothing was found",
     "type": "boolean"
    }
   },
   "additionalProperties": false
  }
 },
 "repeatReport": {
  "method": "POST",
  "path": "/api/v1/obligations/{id}/repetition",
  "schema": {
   "type": "object",
   "properties": {},
   "additionalProperties": false
  }
 },
 "acceptReport": {
  "method": "POST",
  "path": "/api/v1/obligations/{id}/acceptance",
  "schema": {
   "type": "object",
   "properties": {
    "note": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    }
   },
   "additionalProperties": false
  }
 },
 "returnReport": {
  "method": "POST",
  "path": "/api/v1/obligations/{id}/return",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "correctReport": {
  "method": "POST",
  "path": "/api/v1/obligations/{id}/corrections",
  "schema": {
   "type": "object",
   "properties": {
    "values": {
     "default": {},
     "description": "Only the changed ones",
     "type": "object",
     "additionalProperties": {
      "type": "string",
      "minLength": 1,
      "maxLength": 5000
     }
    },
    "figures": {
     "default": {},
     "type": "object",
     "additionalProperties": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
     }
    },
    "content": {
     "type": "string",
     "minLength": 1,
     "maxLength": 50000
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "waiveReport": {
  "method": "POST",
  "path": "/api/v1/obligations/{id}/waiver",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "openLead": {
  "method": "POST",
  "path": "/api/v1/cases",
  "schema": {
   "type": "object",
   "properties": {
    "title": {
     "type": "string",
     "minLength": 1,
     "maxLength": 300
    },
    "region": {
     "type": "string",
     "pattern": "^\\/(\\d{6}\\/)*$"
    },
    "source": {
     "type": "string",
     "enum": [
      "hotline",
      "letter",
      "letter-box",
      "in-person",
      "email",
      "web-form",
      "wechat",
      "app",
      "complaint",
      "screening",
      "smart-monitoring",
      "statistics",
      "self-check",
      "inspection",
      "unannounced",
      "supervision",
      "audit",
      "assigned",
      "transferred-in",
      "media"
     ]
    },
    "tags": {
     "description": "What it is about",
     "maxItems": 13,
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "fake-admission",
       "empty-bed",
       "split-admission",
       "fake-treatment",
       "swapped-items",
       "overcharging",
       "upcoding",
       "card-swiping",
       "impersonation",
       "drug-resale",
       "forged-papers",
       "lured-patients",
       "agency-misconduct"
      ]
     }
    },
    "subject": {
     "type": "object",
     "properties": {
      "kind": {
       "type": "string",
       "enum": [
        "institution",
        "individual"
       ]
      },
      "name": {
       "type": "string",
       "minLength": 1,
       "maxLength": 300
      },
      "unit": {
       "type": "string",
       "format": "uuid"
      },
      "idNumber": {
       "type": "string",
       "pattern": "^[1-9]\\d{16}[\\dX]$",
       "description": "Sealed when it is kept; never in a file or a record"
      }
     },
     "required": [
      "kind",
      "name"
     ],
     "additionalProperties": false
    },
    "summary": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    },
    "assignment": {
     "type": "object",
     "properties": {
      "by": {
       "type": "string",
       "minLength": 1,
       "maxLength": 200,
       "description": "The authority above that assigned it"
      },
      "number": {
       "type": "string",
       "minLength": 1,
       "maxLength": 100
      },
      "due": {
       "type": "string",
       "format": "date",
       "description": "By when it wants an answer"
      }
     },
     "required": [
      "by",
      "due"
     ],
     "additionalProperties": false
    },
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "handler": {
     "type": "string",
     "format": "uuid",
     "description": "The investigator who verifies the lead"
    }
   },
   "required": [
    "title",
    "region",
    "source",
    "subject",
    "summary",
    "handler"
   ],
   "additionalProperties": false
  }
 },
 "readIdentity": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/identity-reading",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "extendVerification": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/verification-extension",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    },
    "days": {
     "description": "Where the law allows up to so many",
     "type": "integer",
     "minimum": 0,
     "exclusiveMinimum": true,
     "maximum": 9007199254740991
    },
    "minutes": {
     "description": "集体讨论记录, where the heads decide together",
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "requestFiling": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/filing-request",
  "schema": {
   "type": "object",
   "properties": {
    "grounds": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    }
   },
   "required": [
    "grounds"
   ],
   "additionalProperties": false
  }
 },
 "rejectLead": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/rejection",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "mergeLead": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/merger",
  "schema": {
   "type": "object",
   "properties": {
    "into": {
     "type": "string",
     "format": "uuid"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "into",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "forwardLead": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/forwarding",
  "schema": {
   "type": "object",
   "properties": {
    "handler": {
     "type": "string",
     "format": "uuid",
     "description": "The investigator who verifies it from now on"
    },
    "region": {
     "description": "A region below, to which the lead goes",
     "type": "string",
     "pattern": "^\\/(\\d{6}\\/)*$"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "handler",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "answerAssignment": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/assignment-answer",
  "schema": {
   "type": "object",
   "properties": {
    "answer": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "number": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    }
   },
   "required": [
    "answer"
   ],
   "additionalProperties": false
  }
 },
 "answerReporter": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/reporter-answers",
  "schema": {
   "type": "object",
   "properties": {
    "reporter": {
     "type": "string",
     "format": "uuid"
    },
    "how": {
     "type": "string",
     "enum": [
      "phone",
      "post",
      "email",
      "message",
      "in-person"
     ]
    },
    "answer": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000,
     "description": "What they were told; not who they are"
    }
   },
   "required": [
    "reporter",
    "how",
    "answer"
   ],
   "additionalProperties": false
  }
 },
 "approveFiling": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/filing-approval",
  "schema": {
   "type": "object",
   "properties": {},
   "additionalProperties": false
  }
 },
 "returnFiling": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/filing-return",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "rejectFiling": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/filing-rejection",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "assignOfficers": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/officers",
  "schema": {
   "type": "object",
   "properties": {
    "officers": {
     "minItems": 1,
     "maxItems": 20,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    }
   },
   "required": [
    "officers"
   ],
   "additionalProperties": false
  }
 },
 "recordInquiry": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/inquiries",
  "schema": {
   "type": "object",
   "properties": {
    "person": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "place": {
     "type": "string",
     "minLength": 1,
     "maxLength": 300
    },
    "heldAt": {
     "type": "string",
     "format": "date-time"
    },
    "officers": {
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "record": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100000
    }
   },
   "required": [
    "person",
    "place",
    "heldAt",
    "officers",
    "record"
   ],
   "additionalProperties": false
  }
 },
 "extendDecision": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/decision-extension",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    },
    "days": {
     "description": "Where the law allows up to so many",
     "type": "integer",
     "minimum": 0,
     "exclusiveMinimum": true,
     "maximum": 9007199254740991
    },
    "minutes": {
     "description": "集体讨论记录, where the heads decide together",
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "excludeTime": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/time-exclusions",
  "schema": {
   "type": "object",
   "properties": {
    "clock": {
     "type": "string",
     "maxLength": 60
    },
    "kind": {
     "type": "string",
     "enum": [
      "testing",
      "appraisal",
      "hearing",
      "announcement",
      "expertReview",
      "suspension",
      "reconsideration",
      "litigation"
     ]
    },
    "from": {
     "type": "string",
     "format": "date"
    },
    "until": {
     "description": "Left out while it goes on",
     "type": "string",
     "format": "date"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "clock",
    "kind",
    "from",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "resumeTime": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/time-resumptions",
  "schema": {
   "type": "object",
   "properties": {
    "exclusion": {
     "type": "string",
     "format": "uuid"
    },
    "until": {
     "type": "string",
     "format": "date",
     "description": "Its last day"
    }
   },
   "required": [
    "exclusion",
    "until"
   ],
   "additionalProperties": false
  }
 },
 "dismissCase": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/dismissal",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "proposePenalty": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/penalty-proposals",
  "schema": {
   "type": "object",
   "properties": {
    "breach": {
     "type": "string",
     "enum": [
      "misuse",
      "fraud",
      "individual-misuse",
      "individual-fraud",
      "agency-fraud",
      "management",
      "bribery",
      "misappropriation"
     ]
    },
    "fraudulentPurpose": {
     "type": "boolean"
    },
    "amount": {
     "type": "string",
     "description": "Amount in fen (1/100 yuan), as a string of digits",
     "format": "fen",
     "example": "1000001"
    },
    "multiple": {
     "type": "number",
     "multipleOf": 0.01,
     "description": "Times the base, e.g. 2.5; at most two decimals"
    },
    "fixedFine": {
     "description": "In place of a multiple, where the law gives a band of yuan",
     "type": "string",
     "format": "fen",
     "example": "1000001"
    },
    "gains": {
     "description": "违法所得 that is confiscated",
     "type": "string",
     "format": "fen",
     "example": "1000001"
    },
    "circumstances": {
     "description": "Of the law, proven on file",
     "maxItems": 20,
     "type": "array",
     "items": {
      "type": "string",
      "maxLength": 60
     }
    },
    "departure": {
     "description": "Why the multiple leaves its tier of discretion",
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    },
    "measures": {
     "maxItems": 10,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "id": {
        "type": "string",
        "enum": [
         "correction",
         "interview",
         "suspendDepartment",
         "endAgreement",
         "revokeLicence",
         "suspendSettlement",
         "barResponsible",
         "sanctionStaff"
        ]
       },
       "months": {
        "type": "integer",
        "minimum": 0,
        "exclusiveMinimum": true,
        "maximum": 1200
       }
      },
      "required": [
       "id"
      ],
      "additionalProperties": false
     }
    },
    "grounds": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    }
   },
   "required": [
    "breach",
    "fraudulentPurpose",
    "amount",
    "multiple",
    "grounds"
   ],
   "additionalProperties": false
  }
 },
 "passReview": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/review-approval",
  "schema": {
   "type": "object",
   "properties": {
    "opinion": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    }
   },
   "required": [
    "opinion"
   ],
   "additionalProperties": false
  }
 },
 "returnReview": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/review-return",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "approvePenalty": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/penalty-approval",
  "schema": {
   "type": "object",
   "properties": {},
   "additionalProperties": false
  }
 },
 "returnPenalty": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/penalty-return",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "rejectPenalty": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/penalty-rejection",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "serveNotice": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/notice-service",
  "schema": {
   "type": "object",
   "properties": {
    "servedOn": {
     "type": "string",
     "format": "date"
    },
    "method": {
     "type": "string",
     "enum": [
      "direct",
      "left",
      "mail",
      "entrusted",
      "electronic",
      "announcement"
     ]
    }
   },
   "required": [
    "servedOn",
    "method"
   ],
   "additionalProperties": false
  }
 },
 "submitStatement": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/statements",
  "schema": {
   "type": "object",
   "properties": {
    "text": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    }
   },
   "required": [
    "text"
   ],
   "additionalProperties": false
  }
 },
 "recordStatement": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/statement-records",
  "schema": {
   "type": "object",
   "properties": {
    "text": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    }
   },
   "required": [
    "text"
   ],
   "additionalProperties": false
  }
 },
 "issueDecision": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/decision",
  "schema": {
   "type": "object",
   "properties": {
    "multiple": {
     "description": "A lower multiple than proposed",
     "type": "number",
     "multipleOf": 0.01
    },
    "departure": {
     "description": "Why a lower multiple leaves its tier of discretion",
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    },
    "rectifyBy": {
     "type": "string",
     "format": "date",
     "description": "The day the order to rectify sets"
    }
   },
   "required": [
    "rectifyBy"
   ],
   "additionalProperties": false
  }
 },
 "returnDecision": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/decision-return",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "recordService": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/decision-service",
  "schema": {
   "type": "object",
   "properties": {
    "servedOn": {
     "type": "string",
     "format": "date"
    },
    "method": {
     "type": "string",
     "enum": [
      "direct",
      "left",
      "mail",
      "entrusted",
      "electronic",
      "announcement"
     ]
    }
   },
   "required": [
    "servedOn",
    "method"
   ],
   "additionalProperties": false
  }
 },
 "recordPayment": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/payments",
  "schema": {
   "type": "object",
   "properties": {
    "ledger": {
     "type": "string",
     "enum": [
      "refund",
      "fine",
      "surcharge"
     ]
    },
    "amount": {
     "type": "string",
     "description": "Amount in fen (1/100 yuan), as a string of digits",
     "format": "fen",
     "example": "1000001"
    },
    "paidOn": {
     "type": "string",
     "format": "date"
    },
    "voucher": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200,
     "description": "Number of the receipt"
    }
   },
   "required": [
    "ledger",
    "amount",
    "paidOn",
    "voucher"
   ],
   "additionalProperties": false
  }
 },
 "deferPayment": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/deferrals",
  "schema": {
   "type": "object",
   "properties": {
    "instalments": {
     "minItems": 1,
     "maxItems": 60,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "due": {
        "type": "string",
        "format": "date"
       },
       "amount": {
        "type": "string",
        "description": "Amount in fen (1/100 yuan), as a string of digits",
        "format": "fen",
        "example": "1000001"
       }
      },
      "required": [
       "due",
       "amount"
      ],
      "additionalProperties": false
     },
     "description": "One alone puts the whole off"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "instalments",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "recordRemedy": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/remedies",
  "schema": {
   "type": "object",
   "properties": {
    "kind": {
     "type": "string",
     "enum": [
      "reconsideration",
      "litigation"
     ]
    },
    "from": {
     "type": "string",
     "format": "date"
    },
    "authority": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    }
   },
   "required": [
    "kind",
    "from",
    "authority"
   ],
   "additionalProperties": false
  }
 },
 "endRemedy": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/remedy-ends",
  "schema": {
   "type": "object",
   "properties": {
    "remedy": {
     "type": "string",
     "format": "uuid"
    },
    "until": {
     "type": "string",
     "format": "date",
     "description": "The day the decision was received"
    },
    "outcome": {
     "type": "string",
     "enum": [
      "upheld",
      "changed",
      "revoked",
      "withdrawn"
     ]
    }
   },
   "required": [
    "remedy",
    "until",
    "outcome"
   ],
   "additionalProperties": false
  }
 },
 "serveDemand": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/demand-service",
  "schema": {
   "type": "object",
   "properties": {
    "servedOn": {
     "type": "string",
     "format": "date"
    },
    "method": {
     "type": "string",
     "enum": [
      "direct",
      "left",
      "mail",
      "entrusted",
      "electronic",
      "announcement"
     ]
    }
   },
   "required": [
    "servedOn",
    "method"
   ],
   "additionalProperties": false
  }
 },
 "applyToCourt": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/court-applications",
  "schema": {
   "type": "object",
   "properties": {
    "on": {
     "type": "string",
     "format": "date"
    },
    "court": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    }
   },
   "required": [
    "on",
    "court"
   ],
   "additionalProperties": false
  }
 },
 "waiveSurcharge": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/surcharge-waiver",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "submitRectification": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/rectification-reports",
  "schema": {
   "type": "object",
   "properties": {
    "report": {
     "type": "string",
     "minLength": 1,
     "maxLength": 50000
    }
   },
   "required": [
    "report"
   ],
   "additionalProperties": false
  }
 },
 "acceptRectification": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/rectification-acceptance",
  "schema": {
   "type": "object",
   "properties": {
    "note": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    }
   },
   "required": [
    "note"
   ],
   "additionalProperties": false
  }
 },
 "returnRectification": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/rectification-return",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "writeRootCause": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/root-cause",
  "schema": {
   "type": "object",
   "properties": {
    "rootCause": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    }
   },
   "required": [
    "rootCause"
   ],
   "additionalProperties": false
  }
 },
 "requestStrikeOff": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/strike-off-request",
  "schema": {
   "type": "object",
   "properties": {},
   "additionalProperties": false
  }
 },
 "approveStrikeOff": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/strike-off",
  "schema": {
   "type": "object",
   "properties": {},
   "additionalProperties": false
  }
 },
 "reopenCase": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/reopening",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "proposeTransfer": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/transfers",
  "schema": {
   "type": "object",
   "properties": {
    "to": {
     "type": "string",
     "enum": [
      "police",
      "discipline",
      "health",
      "marketSupervision",
      "drugSupervision",
      "audit",
      "judiciary"
     ]
    },
    "grounds": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    }
   },
   "required": [
    "to",
    "grounds"
   ],
   "additionalProperties": false
  }
 },
 "orderTransfer": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/transfer-orders",
  "schema": {
   "type": "object",
   "properties": {
    "transfer": {
     "type": "string",
     "format": "uuid"
    }
   },
   "required": [
    "transfer"
   ],
   "additionalProperties": false
  }
 },
 "refuseTransfer": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/transfer-refusals",
  "schema": {
   "type": "object",
   "properties": {
    "transfer": {
     "type": "string",
     "format": "uuid"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "transfer",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "acknowledgeTransfer": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/transfer-receipts",
  "schema": {
   "type": "object",
   "properties": {
    "transfer": {
     "type": "string",
     "format": "uuid"
    },
    "receipt": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    }
   },
   "required": [
    "transfer",
    "receipt"
   ],
   "additionalProperties": false
  }
 },
 "answerTransfer": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/transfer-answers",
  "schema": {
   "type": "object",
   "properties": {
    "transfer": {
     "type": "string",
     "format": "uuid"
    },
    "outcome": {
     "type": "string",
     "enum": [
      "accepted",
      "declined",
      "returned"
     ]
    },
    "answer": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    }
   },
   "required": [
    "transfer",
    "outcome",
    "answer"
   ],
   "additionalProperties": false
  }
 },
 "proposeReward": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/rewards",
  "schema": {
   "type": "object",
   "properties": {
    "reporter": {
     "type": "string",
     "format": "uuid"
    },
    "category": {
     "type": "string",
     "maxLength": 60,
     "description": "Of the local table"
    },
    "caseValue": {
     "type": "string",
     "description": "What was found that the report led to, in fen",
     "format": "fen",
     "example": "1000001"
    },
    "grounds": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000,
     "description": "What the report gave; not who they are"
    }
   },
   "required": [
    "reporter",
    "category",
    "caseValue",
    "grounds"
   ],
   "additionalProperties": false
  }
 },
 "approveReward": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/reward-approvals",
  "schema": {
   "type": "object",
   "properties": {
    "reward": {
     "type": "string",
     "format": "uuid"
    }
   },
   "required": [
    "reward"
   ],
   "additionalProperties": false
  }
 },
 "refuseReward": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/reward-refusals",
  "schema": {
   "type": "object",
   "properties": {
    "reward": {
     "type": "string",
     "format": "uuid"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reward",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "notifyReward": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/reward-notices",
  "schema": {
   "type": "object",
   "properties": {
    "reward": {
     "type": "string",
     "format": "uuid"
    },
    "notifiedOn": {
     "type": "string",
     "format": "date"
    }
   },
   "required": [
    "reward",
    "notifiedOn"
   ],
   "additionalProperties": false
  }
 },
 "payReward": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/reward-payments",
  "schema": {
   "type": "object",
   "properties": {
    "reward": {
     "type": "string",
     "format": "uuid"
    },
    "paidOn": {
     "type": "string",
     "format": "date"
    },
    "voucher": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "code": {
     "description": "Of an anonymous reporter",
     "type": "string",
     "maxLength": 60
    }
   },
   "required": [
    "reward",
    "paidOn",
    "voucher"
   ],
   "additionalProperties": false
  }
 },
 "commitDraw": {
  "method": "POST",
  "path": "/api/v1/draws",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 300
    },
    "candidates": {
     "description": "Left out: the units that take part in the campaign, with their kind, type and region",
     "minItems": 1,
     "maxItems": 200000,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "id": {
        "type": "string",
        "minLength": 1,
        "maxLength": 100
       },
       "name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 300
       },
       "area": {
        "type": "string",
        "minLength": 1,
        "maxLength": 100
       },
       "marks": {
        "default": {},
        "type": "object",
        "additionalProperties": {
         "anyOf": [
          {
           "type": "string",
           "minLength": 1,
           "maxLength": 100
          },
          {
           "type": "integer",
           "minimum": -9007199254740991,
           "maximum": 9007199254740991
          }
         ]
        }
       }
      },
      "required": [
       "id",
       "name"
      ],
      "additionalProperties": false
     }
    },
    "strata": {
     "minItems": 1,
     "maxItems": 50,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "id": {
        "type": "string",
        "minLength": 1,
        "maxLength": 50
       },
       "name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 300
       },
       "who": {
        "default": {},
        "type": "object",
        "additionalProperties": {
         "anyOf": [
          {
           "minItems": 1,
           "type": "array",
           "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
           }
          },
          {
           "type": "object",
           "properties": {
            "above": {
             "type": "integer",
             "minimum": -9007199254740991,
             "maximum": 9007199254740991
            },
            "below": {
             "type": "integer",
             "minimum": -9007199254740991,
             "maximum": 9007199254740991
            }
           },
           "additionalProperties": false
          }
         ]
        }
       },
       "atLeast": {
        "type": "integer",
        "minimum": 0,
        "exclusiveMinimum": true,
        "maximum": 9007199254740991
       },
       "percent": {
        "description": "Of the candidates that fit, rounded up",
        "type": "number",
        "minimum": 0,
        "exclusiveMinimum": true,
        "maximum": 100,
        "multipleOf": 0.01
       },
       "takeAll": {
        "default": false,
        "description": "Where fewer fit than are wanted, all of them are taken",
        "type": "boolean"
       }
      },
      "required": [
       "id",
       "name"
      ],
      "additionalProperties": false
     }
    },
    "teams": {
     "type": "object",
     "properties": {
      "count": {
       "type": "integer",
       "minimum": 1,
       "maximum": 500
      },
      "inspectors": {
       "type": "integer",
       "minimum": 2,
       "maximum": 50
      },
      "experts": {
       "default": 0,
       "type": "integer",
       "minimum": 0,
       "maximum": 50
      },
      "rotation": {
       "default": true,
       "description": "交叉检查: nobody inspects in their own area (R-SCOPE-10)",
       "type": "boolean"
      }
     },
     "required": [
      "count",
      "inspectors"
     ],
     "additionalProperties": false
    },
    "inspectors": {
     "default": [],
     "maxItems": 5000,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "id": {
        "type": "string",
        "minLength": 1,
        "maxLength": 100
       },
       "name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 300
       },
       "area": {
        "type": "string",
        "minLength": 1,
        "maxLength": 100
       },
       "avoids": {
        "default": [],
        "maxItems": 1000,
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "candidate": {
           "type": "string",
           "minLength": 1,
           "maxLength": 100
          },
          "why": {
           "type": "string",
           "minLength": 1,
           "maxLength": 300
          }
         },
         "required": [
          "candidate",
          "why"
         ],
         "additionalProperties": false
        }
       }
      },
      "required": [
       "id",
       "name"
      ],
      "additionalProperties": false
     }
    },
    "experts": {
     "default": [],
     "maxItems": 5000,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "id": {
        "type": "string",
        "minLength": 1,
        "maxLength": 100
       },
       "name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 300
       },
       "area": {
        "type": "string",
        "minLength": 1,
        "maxLength": 100
       },
       "avoids": {
        "default": [],
        "maxItems": 1000,
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "candidate": {
           "type": "string",
           "minLength": 1,
           "maxLength": 100
          },
          "why": {
           "type": "string",
           "minLength": 1,
           "maxLength": 300
          }
         },
         "required": [
          "candidate",
          "why"
         ],
         "additionalProperties": false
        }
       }
      },
      "required": [
       "id",
       "name"
      ],
      "additionalProperties": false
     }
    },
    "poolMembers": {
     "default": [],
     "description": "专家库: who is drawn from beside `experts`; nobody of them inspects whom they work for",
     "maxItems": 500,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "member": {
        "type": "string",
        "format": "uuid"
       },
       "avoids": {
        "default": [],
        "maxItems": 1000,
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "candidate": {
           "type": "string",
           "minLength": 1,
           "maxLength": 100
          },
          "why": {
           "type": "string",
           "minLength": 1,
           "maxLength": 300
          }
         },
         "required": [
          "candidate",
          "why"
         ],
         "additionalProperties": false
        }
       }
      },
      "required": [
       "member"
      ],
      "additionalProperties": false
     }
    }
   },
   "required": [
    "campaign",
    "name",
    "strata"
   ],
   "additionalProperties": false
  }
 },
 "makeDraw": {
  "method": "POST",
  "path": "/api/v1/draws/{id}/drawing",
  "schema": {
   "type": "object",
   "properties": {
    "witness": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "words": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200,
     "description": "What the witness said or threw, that nobody could know before: dice, the number of a banknote"
    }
   },
   "required": [
    "witness",
    "words"
   ],
   "additionalProperties": false
  }
 },
 "excludeFromDraw": {
  "method": "POST",
  "path": "/api/v1/draws/{id}/exclusions",
  "schema": {
   "type": "object",
   "properties": {
    "excluded": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100,
     "description": "Id of what or who was drawn"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "excluded",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "publishDraw": {
  "method": "POST",
  "path": "/api/v1/draws/{id}/publication",
  "schema": {
   "type": "object",
   "properties": {},
   "additionalProperties": false
  }
 },
 "cancelDraw": {
  "method": "POST",
  "path": "/api/v1/draws/{id}/cancellation",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "listMember": {
  "method": "POST",
  "path": "/api/v1/pool-members",
  "schema": {
   "type": "object",
   "properties": {
    "kind": {
     "type": "string",
     "enum": [
      "expert",
      "thirdParty"
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "title": {
     "description": "职称、职务",
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "specialties": {
     "minItems": 1,
     "maxItems": 20,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 50
     },
     "description": "专业: what they are asked for"
    },
    "unit": {
     "description": "The registered unit they work for",
     "type": "string",
     "format": "uuid"
    },
    "employer": {
     "description": "Whom they work for, where it is not registered",
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "contract": {
     "description": "合同编号 of a third party",
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "scope": {
     "description": "服务范围 of a third party",
     "type": "string",
     "minLength": 1,
     "maxLength": 1000
    },
    "from": {
     "type": "string",
     "format": "date"
    },
    "until": {
     "description": "The last day of the term or contract",
     "type": "string",
     "format": "date"
    }
   },
   "required": [
    "kind",
    "name",
    "specialties",
    "from"
   ],
   "additionalProperties": false
  }
 },
 "reviseMember": {
  "method": "POST",
  "path": "/api/v1/pool-members/{id}/revision",
  "schema": {
   "type": "object",
   "properties": {
    "kind": {
     "type": "string",
     "enum": [
      "expert",
      "thirdParty"
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "title": {
     "description": "职称、职务",
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "specialties": {
     "minItems": 1,
     "maxItems": 20,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 50
     },
     "description": "专业: what they are asked for"
    },
    "unit": {
     "description": "The registered unit they work for",
     "type": "string",
     "format": "uuid"
    },
    "employer": {
     "description": "Whom they work for, where it is not registered",
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "contract": {
     "description": "合同编号 of a third party",
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "scope": {
     "description": "服务范围 of a third party",
     "type": "string",
     "minLength": 1,
     "maxLength": 1000
    },
    "from": {
     "type": "string",
     "format": "date"
    },
    "until": {
     "description": "The last day of the term or contract",
     "type": "string",
     "format": "date"
    }
   },
   "required": [
    "kind",
    "name",
    "specialties",
    "from"
   ],
   "additionalProperties": false
  }
 },
 "withdrawMember": {
  "method": "POST",
  "path": "/api/v1/pool-members/{id}/withdrawal",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "listPractitioner": {
  "method": "POST",
  "path": "/api/v1/practitioners",
  "schema": {
   "type": "object",
   "properties": {
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "role": {
     "type": "string",
     "enum": [
      "physician",
      "nurse",
      "technician",
      "pharmacist",
      "responsible"
     ]
    },
    "units": {
     "minItems": 1,
     "maxItems": 20,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     },
     "description": "执业机构, all of them"
    },
    "idNumber": {
     "type": "string",
     "pattern": "^[1-9]\\d{16}[\\dX]$",
     "description": "Sealed when it is kept; never in a file or a record"
    }
   },
   "required": [
    "name",
    "role",
    "units"
   ],
   "additionalProperties": false
  }
 },
 "revisePractitioner": {
  "method": "POST",
  "path": "/api/v1/practitioners/{id}/revision",
  "schema": {
   "type": "object",
   "properties": {
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "role": {
     "type": "string",
     "enum": [
      "physician",
      "nurse",
      "technician",
      "pharmacist",
      "responsible"
     ]
    },
    "units": {
     "minItems": 1,
     "maxItems": 20,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     },
     "description": "执业机构, all of them"
    }
   },
   "required": [
    "name",
    "role",
    "units"
   ],
   "additionalProperties": false
  }
 },
 "deductPoints": {
  "method": "POST",
  "path": "/api/v1/practitioners/{id}/deductions",
  "schema": {
   "type": "object",
   "properties": {
    "unit": {
     "type": "string",
     "format": "uuid",
     "description": "The institution where it happened"
    },
    "points": {
     "type": "integer",
     "minimum": 1,
     "maximum": 12
    },
    "on": {
     "type": "string",
     "format": "date",
     "description": "When it was established; it counts into this natural year"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    },
    "case": {
     "type": "string",
     "format": "uuid"
    },
    "visit": {
     "type": "string",
     "format": "uuid"
    }
   },
   "required": [
    "unit",
    "points",
    "on",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "objectDeduction": {
  "method": "POST",
  "path": "/api/v1/practitioners/{id}/objections",
  "schema": {
   "type": "object",
   "properties": {
    "deduction": {
     "type": "string",
     "format": "uuid"
    },
    "grounds": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    }
   },
   "required": [
    "deduction",
    "grounds"
   ],
   "additionalProperties": false
  }
 },
 "decideObjection": {
  "method": "POST",
  "path": "/api/v1/practitioners/{id}/objection-decisions",
  "schema": {
   "type": "object",
   "properties": {
    "deduction": {
     "type": "string",
     "format": "uuid"
    },
    "outcome": {
     "type": "string",
     "enum": [
      "upheld",
      "withdrawn"
     ]
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "deduction",
    "outcome",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "correctDeduction": {
  "method": "POST",
  "path": "/api/v1/practitioners/{id}/corrections",
  "schema": {
   "type": "object",
   "properties": {
    "deduction": {
     "type": "string",
     "format": "uuid"
    },
    "points": {
     "type": "integer",
     "minimum": 0,
     "maximum": 12
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "deduction",
    "points",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "proposeBlock": {
  "method": "POST",
  "path": "/api/v1/blocks",
  "schema": {
   "type": "object",
   "properties": {
    "unit": {
     "type": "string",
     "format": "uuid"
    },
    "practitioner": {
     "type": "string",
     "format": "uuid"
    },
    "kind": {
     "type": "string",
     "enum": [
      "suspension",
      "termination"
     ]
    },
    "from": {
     "type": "string",
     "format": "date"
    },
    "months": {
     "type": "integer",
     "minimum": 1,
     "maximum": 120
    },
    "grounds": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "basis": {
     "description": "依据; of somebody’s points it is the rule they reached",
     "type": "string",
     "minLength": 1,
     "maxLength": 300
    }
   },
   "required": [
    "kind",
    "from",
    "months",
    "grounds"
   ],
   "additionalProperties": false
  }
 },
 "approveBlock": {
  "method": "POST",
  "path": "/api/v1/blocks/{id}/approval",
  "schema": {
   "type": "object",
   "properties": {
    "decision": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    }
   },
   "required": [
    "decision"
   ],
   "additionalProperties": false
  }
 },
 "refuseBlock": {
  "method": "POST",
  "path": "/api/v1/blocks/{id}/refusal",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "liftBlock": {
  "method": "POST",
  "path": "/api/v1/blocks/{id}/restoration",
  "schema": {
   "type": "object",
   "properties": {
    "decision": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "on": {
     "type": "string",
     "format": "date"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "decision",
    "on",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "enterProblem": {
  "method": "POST",
  "path": "/api/v1/problems",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "unit": {
     "type": "string",
     "format": "uuid"
    },
    "source": {
     "type": "string",
     "enum": [
      "selfCheck",
      "inspection",
      "recheck",
      "superior",
      "screening"
     ]
    },
    "category": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "what": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "amount": {
     "default": "0",
     "description": "Money of the fund that is in question, in fen",
     "format": "fen",
     "type": "string",
     "example": "1000001"
    },
    "due": {
     "type": "string",
     "format": "date",
     "description": "By when it is put right"
    }
   },
   "required": [
    "campaign",
    "unit",
    "source",
    "category",
    "what",
    "due"
   ],
   "additionalProperties": false
  }
 },
 "reportRectification": {
  "method": "POST",
  "path": "/api/v1/problems/{id}/rectification",
  "schema": {
   "type": "object",
   "properties": {
    "department": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "responsible": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "measures": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "report": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000,
     "description": "What was done, and why it will not happen again"
    }
   },
   "required": [
    "department",
    "responsible",
    "measures",
    "report"
   ],
   "additionalProperties": false
  }
 },
 "recordRefund": {
  "method": "POST",
  "path": "/api/v1/problems/{id}/refunds",
  "schema": {
   "type": "object",
   "properties": {
    "amount": {
     "type": "string",
     "description": "Amount in fen (1/100 yuan), as a string of digits",
     "format": "fen",
     "example": "1000001"
    },
    "paidOn": {
     "type": "string",
     "format": "date"
    },
    "voucher": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    }
   },
   "required": [
    "amount",
    "paidOn",
    "voucher"
   ],
   "additionalProperties": false
  }
 },
 "strikeOff": {
  "method": "POST",
  "path": "/api/v1/problems/{id}/strike-off",
  "schema": {
   "type": "object",
   "properties": {
    "note": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    }
   },
   "additionalProperties": false
  }
 },
 "returnProblem": {
  "method": "POST",
  "path": "/api/v1/problems/{id}/return",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "moveProblemDue": {
  "method": "POST",
  "path": "/api/v1/problems/{id}/due-moves",
  "schema": {
   "type": "object",
   "properties": {
    "due": {
     "type": "string",
     "format": "date"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "due",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "recheckProblem": {
  "method": "POST",
  "path": "/api/v1/problems/{id}/rechecks",
  "schema": {
   "type": "object",
   "properties": {
    "sham": {
     "type": "boolean",
     "description": "It was not put right"
    },
    "note": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    },
    "due": {
     "type": "string",
     "format": "date"
    }
   },
   "required": [
    "sham",
    "note"
   ],
   "additionalProperties": false
  }
 },
 "recordWork": {
  "method": "POST",
  "path": "/api/v1/work-records",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "kind": {
     "type": "string",
     "enum": [
      "videoMeeting",
      "deploymentMeeting",
      "planIssue",
      "training",
      "leadCirculation",
      "transferMeeting",
      "consultation",
      "jointAction",
      "jointEnforcement",
      "supervision",
      "acceptance",
      "publicity",
      "hotlinePublication",
      "publicNotice",
      "resultPublication",
      "briefing"
     ]
    },
    "title": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "heldOn": {
     "type": "string",
     "format": "date"
    },
    "place": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "channel": {
     "type": "string",
     "enum": [
      "website",
      "newMedia",
      "press",
      "television",
      "radio",
      "communityBoard",
      "serviceWindow",
      "meeting",
      "training",
      "visit",
      "notice",
      "other"
     ]
    },
    "authority": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "hotline": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "accounts": {
     "default": [],
     "description": "Who takes part and has an account here",
     "maxItems": 200,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "others": {
     "default": [],
     "description": "Who takes part of other authorities",
     "maxItems": 100,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "employer": {
        "type": "string",
        "minLength": 1,
        "maxLength": 200
       },
       "name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 100
       }
      },
      "required": [
       "employer"
      ],
      "additionalProperties": false
     }
    },
    "preparation": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "summary": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    },
    "people": {
     "type": "integer",
     "minimum": 0,
     "maximum": 1000000
    },
    "leads": {
     "type": "integer",
     "minimum": 0,
     "maximum": 1000000
    },
    "cases": {
     "type": "integer",
     "minimum": 0,
     "maximum": 1000000
    },
    "copies": {
     "type": "integer",
     "minimum": 0,
     "maximum": 1000000
    },
    "checked": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "found": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "verdicts": {
     "maxItems": 50,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "dimension": {
        "type": "string",
        "minLength": 1,
        "maxLength": 200
       },
       "verdict": {
        "type": "string",
        "enum": [
         "passed",
         "partly",
         "failed"
        ]
       },
       "words": {
        "type": "string",
        "minLength": 1,
        "maxLength": 5000
       }
      },
      "required": [
       "dimension",
       "verdict",
       "words"
      ],
      "additionalProperties": false
     }
    },
    "link": {
     "type": "string",
     "maxLength": 500,
     "format": "uri"
    },
    "draw": {
     "description": "The published draw whose outcome this makes known",
     "type": "string",
     "format": "uuid"
    },
    "visits": {
     "description": "The finished visits whose results this publishes",
     "maxItems": 500,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "typicalCase": {
     "description": "The published typical case that is told of",
     "type": "string",
     "format": "uuid"
    },
    "units": {
     "description": "Of a briefing: whom it is for. Left out it is for every institution of the campaign",
     "minItems": 1,
     "maxItems": 3000,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    }
   },
   "required": [
    "campaign",
    "kind",
    "title",
    "heldOn",
    "summary"
   ],
   "additionalProperties": false
  }
 },
 "planWork": {
  "method": "POST",
  "path": "/api/v1/work-records/plans",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "kind": {
     "type": "string",
     "enum": [
      "videoMeeting",
      "deploymentMeeting",
      "planIssue",
      "training",
      "leadCirculation",
      "transferMeeting",
      "consultation",
      "jointAction",
      "jointEnforcement",
      "supervision",
      "acceptance",
      "publicity",
      "hotlinePublication",
      "publicNotice",
      "resultPublication",
      "briefing"
     ]
    },
    "title": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "plannedOn": {
     "type": "string",
     "format": "date"
    },
    "place": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "channel": {
     "type": "string",
     "enum": [
      "website",
      "newMedia",
      "press",
      "television",
      "radio",
      "communityBoard",
      "serviceWindow",
      "meeting",
      "training",
      "visit",
      "notice",
      "other"
     ]
    },
    "authority": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "hotline": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "accounts": {
     "default": [],
     "description": "Who takes part and has an account here",
     "maxItems": 200,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "others": {
     "default": [],
     "description": "Who takes part of other authorities",
     "maxItems": 100,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "employer": {
        "type": "string",
        "minLength": 1,
        "maxLength": 200
       },
       "name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 100
       }
      },
      "required": [
       "employer"
      ],
      "additionalProperties": false
     }
    },
    "preparation": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "units": {
     "description": "Of a briefing: whom it is for. Left out it is for every institution of the campaign",
     "minItems": 1,
     "maxItems": 3000,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    }
   },
   "required": [
    "campaign",
    "kind",
    "title",
    "plannedOn"
   ],
   "additionalProperties": false
  }
 },
 "reachUnits": {
  "method": "POST",
  "path": "/api/v1/work-records/{id}/reaches",
  "schema": {
   "type": "object",
   "properties": {
    "units": {
     "minItems": 1,
     "maxItems": 3000,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "reachedOn": {
     "type": "string",
     "format": "date"
    },
    "channel": {
     "type": "string",
     "enum": [
      "meeting",
      "training",
      "visit",
      "notice"
     ]
    }
   },
   "required": [
    "units",
    "reachedOn",
    "channel"
   ],
   "additionalProperties": false
  }
 },
 "withdrawReach": {
  "method": "POST",
  "path": "/api/v1/work-records/{id}/reach-withdrawals",
  "schema": {
   "type": "object",
   "properties": {
    "units": {
     "minItems": 1,
     "maxItems": 3000,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "units",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "holdWork": {
  "method": "POST",
  "path": "/api/v1/work-records/{id}/holding",
  "schema": {
   "type": "object",
   "properties": {
    "heldOn": {
     "type": "string",
     "format": "date"
    },
    "place": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "channel": {
     "type": "string",
     "enum": [
      "website",
      "newMedia",
      "press",
      "television",
      "radio",
      "communityBoard",
      "serviceWindow",
      "meeting",
      "training",
      "visit",
      "notice",
      "other"
     ]
    },
    "authority": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "hotline": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "accounts": {
     "default": [],
     "description": "Who takes part and has an account here",
     "maxItems": 200,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "others": {
     "default": [],
     "description": "Who takes part of other authorities",
     "maxItems": 100,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "employer": {
        "type": "string",
        "minLength": 1,
        "maxLength": 200
       },
       "name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 100
       }
      },
      "required": [
       "employer"
      ],
      "additionalProperties": false
     }
    },
    "preparation": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "summary": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    },
    "people": {
     "type": "integer",
     "minimum": 0,
     "maximum": 1000000
    },
    "leads": {
     "type": "integer",
     "minimum": 0,
     "maximum": 1000000
    },
    "cases": {
     "type": "integer",
     "minimum": 0,
     "maximum": 1000000
    },
    "copies": {
     "type": "integer",
     "minimum": 0,
     "maximum": 1000000
    },
    "checked": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "found": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "verdicts": {
     "maxItems": 50,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "dimension": {
        "type": "string",
        "minLength": 1,
        "maxLength": 200
       },
       "verdict": {
        "type": "string",
        "enum": [
         "passed",
         "partly",
         "failed"
        ]
       },
       "words": {
        "type": "string",
        "minLength": 1,
        "maxLength": 5000
       }
      },
      "required": [
       "dimension",
       "verdict",
       "words"
      ],
      "additionalProperties": false
     }
    },
    "link": {
     "type": "string",
     "maxLength": 500,
     "format": "uri"
    },
    "draw": {
     "description": "The published draw whose outcome this makes known",
     "type": "string",
     "format": "uuid"
    },
    "visits": {
     "description": "The finished visits whose results this publishes",
     "maxItems": 500,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "typicalCase": {
     "description": "The published typical case that is told of",
     "type": "string",
     "format": "uuid"
    }
   },
   "required": [
    "heldOn",
    "summary"
   ],
   "additionalProperties": false
  }
 },
 "moveWork": {
  "method": "POST",
  "path": "/api/v1/work-records/{id}/day-moves",
  "schema": {
   "type": "object",
   "properties": {
    "plannedOn": {
     "type": "string",
     "format": "date"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "plannedOn",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "correctWork": {
  "method": "POST",
  "path": "/api/v1/work-records/{id}/corrections",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    },
    "title": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "heldOn": {
     "type": "string",
     "format": "date"
    },
    "place": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "channel": {
     "type": "string",
     "enum": [
      "website",
      "newMedia",
      "press",
      "television",
      "radio",
      "communityBoard",
      "serviceWindow",
      "meeting",
      "training",
      "visit",
      "notice",
      "other"
     ]
    },
    "authority": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "hotline": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "accounts": {
     "default": [],
     "description": "Who takes part and has an account here",
     "maxItems": 200,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "others": {
     "default": [],
     "description": "Who takes part of other authorities",
     "maxItems": 100,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "employer": {
        "type": "string",
        "minLength": 1,
        "maxLength": 200
       },
       "name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 100
       }
      },
      "required": [
       "employer"
      ],
      "additionalProperties": false
     }
    },
    "preparation": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "summary": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    },
    "people": {
     "type": "integer",
     "minimum": 0,
     "maximum": 1000000
    },
    "leads": {
     "type": "integer",
     "minimum": 0,
     "maximum": 1000000
    },
    "cases": {
     "type": "integer",
     "minimum": 0,
     "maximum": 1000000
    },
    "copies": {
     "type": "integer",
     "minimum": 0,
     "maximum": 1000000
    },
    "checked": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "found": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "verdicts": {
     "maxItems": 50,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "dimension": {
        "type": "string",
        "minLength": 1,
        "maxLength": 200
       },
       "verdict": {
        "type": "string",
        "enum": [
         "passed",
         "partly",
         "failed"
        ]
       },
       "words": {
        "type": "string",
        "minLength": 1,
        "maxLength": 5000
       }
      },
      "required": [
       "dimension",
       "verdict",
       "words"
      ],
      "additionalProperties": false
     }
    },
    "link": {
     "type": "string",
     "maxLength": 500,
     "format": "uri"
    },
    "draw": {
     "description": "The published draw whose outcome this makes known",
     "type": "string",
     "format": "uuid"
    },
    "visits": {
     "description": "The finished visits whose results this publishes",
     "maxItems": 500,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "typicalCase": {
     "description": "The published typical case that is told of",
     "type": "string",
     "format": "uuid"
    }
   },
   "required": [
    "reason",
    "title",
    "heldOn",
    "summary"
   ],
   "additionalProperties": false
  }
 },
 "followUpWork": {
  "method": "POST",
  "path": "/api/v1/work-records/{id}/follow-ups",
  "schema": {
   "type": "object",
   "properties": {
    "department": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "what": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "on": {
     "type": "string",
     "format": "date"
    }
   },
   "required": [
    "department",
    "what",
    "on"
   ],
   "additionalProperties": false
  }
 },
 "cancelWork": {
  "method": "POST",
  "path": "/api/v1/work-records/{id}/cancellation",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "enterFigure": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/figures",
  "schema": {
   "type": "object",
   "properties": {
    "kind": {
     "type": "string",
     "enum": [
      "value",
      "baseline"
     ]
    },
    "of": {
     "type": "string",
     "maxLength": 60,
     "description": "The indicator of a value; the target of a baseline, by its id in the plan"
    },
    "value": {
     "type": "string",
     "pattern": "^(0|[1-9]\\d{0,11})(\\.\\d{1,4})?$",
     "example": "86.5"
    },
    "on": {
     "type": "string",
     "format": "date",
     "description": "The day it stands for"
    },
    "source": {
     "type": "string",
     "minLength": 1,
     "maxLength": 500,
     "description": "Where it comes from: a survey, a report, its number"
    }
   },
   "required": [
    "kind",
    "of",
    "value",
    "on",
    "source"
   ],
   "additionalProperties": false
  }
 },
 "fillTable": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/table-copies",
  "schema": {
   "type": "object",
   "properties": {
    "table": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
     "example": "amounts"
    },
    "asOf": {
     "description": "The end of this day instead of now",
     "type": "string",
     "format": "date"
    }
   },
   "required": [
    "table"
   ],
   "additionalProperties": false
  }
 },
 "approveTable": {
  "method": "POST",
  "path": "/api/v1/table-copies/{id}/approval",
  "schema": {
   "type": "object",
   "properties": {
    "note": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    }
   },
   "additionalProperties": false
  }
 },
 "returnTable": {
  "method": "POST",
  "path": "/api/v1/table-copies/{id}/return",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "recordDocument": {
  "method": "POST",
  "path": "/api/v1/campaign-documents",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "number": {
     "description": "发文字号",
     "type": "string",
     "pattern": "^[^\\s〔〕[\\]()（）]{1,40}〔[0-9]{4}〕[1-9][0-9]{0,4}号$"
    },
    "issuer": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200,
     "description": "发文机关"
    },
    "sealedBy": {
     "description": "代章: the bureau that seals for an office without a seal",
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "issuedOn": {
     "description": "成文日期",
     "type": "string",
     "format": "date"
    },
    "publishedOn": {
     "type": "string",
     "format": "date"
    },
    "index": {
     "description": "索引号",
     "type": "string",
     "minLength": 1,
     "maxLength": 60
    },
    "addressees": {
     "default": [],
     "description": "主送",
     "maxItems": 50,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
     }
    },
    "copies": {
     "default": [],
     "description": "抄送",
     "maxItems": 50,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
     }
    },
    "disclosure": {
     "type": "string",
     "enum": [
      "public",
      "onRequest",
      "internal"
     ]
    },
    "governmentApproval": {
     "description": "Which government agreed to it, as 县人民政府",
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "superior": {
     "default": [],
     "description": "The notices it carries out, by number",
     "maxItems": 50,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
     }
    },
    "trigger": {
     "description": "The event elsewhere that led to it",
     "type": "string",
     "minLength": 1,
     "maxLength": 1000
    },
    "initiatives": {
     "default": [],
     "maxItems": 5,
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "publicityMonth",
       "capabilityYear",
       "routineAudit",
       "yearlyPlan",
       "other"
      ]
     }
    },
    "initiativeWords": {
     "description": "How it is tied to them",
     "type": "string",
     "minLength": 1,
     "maxLength": 1000
    },
    "startBasis": {
     "description": "Why it starts on that day (R-CAMP-21)",
     "type": "string",
     "enum": [
      "issue",
      "today",
      "fixed",
      "given"
     ]
    },
    "startWords": {
     "description": "The words the document has for it",
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    }
   },
   "required": [
    "campaign",
    "issuer"
   ],
   "additionalProperties": false
  }
 },
 "correctDocument": {
  "method": "POST",
  "path": "/api/v1/campaign-documents/{id}/correction",
  "schema": {
   "type": "object",
   "properties": {
    "number": {
     "description": "发文字号",
     "type": "string",
     "pattern": "^[^\\s〔〕[\\]()（）]{1,40}〔[0-9]{4}〕[1-9][0-9]{0,4}号$"
    },
    "issuer": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200,
     "description": "发文机关"
    },
    "sealedBy": {
     "description": "代章: the bureau that seals for an office without a seal",
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "issuedOn": {
     "description": "成文日期",
     "type": "string",
     "format": "date"
    },
    "publishedOn": {
     "type": "string",
     "format": "date"
    },
    "index": {
     "description": "索引号",
     "type": "string",
     "minLength": 1,
     "maxLength": 60
    },
    "addressees": {
     "default": [],
     "description": "主送",
     "maxItems": 50,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
     }
    },
    "copies": {
     "default": [],
     "description": "抄送",
     "maxItems": 50,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
     }
    },
    "disclosure": {
     "type": "string",
     "enum": [
      "public",
      "onRequest",
      "internal"
     ]
    },
    "governmentApproval": {
     "description": "Which government agreed to it, as 县人民政府",
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "superior": {
     "default": [],
     "description": "The notices it carries out, by number",
     "maxItems": 50,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
     }
    },
    "trigger": {
     "description": "The event elsewhere that led to it",
     "type": "string",
     "minLength": 1,
     "maxLength": 1000
    },
    "initiatives": {
     "default": [],
     "maxItems": 5,
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "publicityMonth",
       "capabilityYear",
       "routineAudit",
       "yearlyPlan",
       "other"
      ]
     }
    },
    "initiativeWords": {
     "description": "How it is tied to them",
     "type": "string",
     "minLength": 1,
     "maxLength": 1000
    },
    "startBasis": {
     "description": "Why it starts on that day (R-CAMP-21)",
     "type": "string",
     "enum": [
      "issue",
      "today",
      "fixed",
      "given"
     ]
    },
    "startWords": {
     "description": "The words the document has for it",
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "issuer",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "addGroup": {
  "method": "POST",
  "path": "/api/v1/groups",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "kind": {
     "type": "string",
     "enum": [
      "leadingGroup",
      "office",
      "workingGroup",
      "inspectionTeam"
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "area": {
     "description": "The area it works in",
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "duties": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    }
   },
   "required": [
    "campaign",
    "kind",
    "name"
   ],
   "additionalProperties": false
  }
 },
 "appointPerson": {
  "method": "POST",
  "path": "/api/v1/appointments",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "group": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100,
     "description": "Id of a group of the campaign"
    },
    "seat": {
     "type": "string",
     "pattern": "^(leader|deputy|member)(\\.\\d{1,2})?$"
    },
    "account": {
     "description": "Somebody who uses the platform; otherwise the name",
     "type": "string",
     "format": "uuid"
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "employer": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "post": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "phone": {
     "type": "string",
     "minLength": 1,
     "maxLength": 50
    },
    "from": {
     "type": "string",
     "format": "date",
     "description": "Their first day"
    }
   },
   "required": [
    "campaign",
    "group",
    "seat",
    "from"
   ],
   "additionalProperties": false
  }
 },
 "replaceAppointee": {
  "method": "POST",
  "path": "/api/v1/appointments/{id}/replacement",
  "schema": {
   "type": "object",
   "properties": {
    "account": {
     "description": "Somebody who uses the platform; otherwise the name",
     "type": "string",
     "format": "uuid"
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "employer": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "post": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "phone": {
     "type": "string",
     "minLength": 1,
     "maxLength": 50
    },
    "from": {
     "type": "string",
     "format": "date",
     "description": "The first day of who comes"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "from",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "relieveAppointee": {
  "method": "POST",
  "path": "/api/v1/appointments/{id}/relief",
  "schema": {
   "type": "object",
   "properties": {
    "until": {
     "type": "string",
     "format": "date",
     "description": "The first day without them"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "until",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "giveDelegation": {
  "method": "POST",
  "path": "/api/v1/delegations",
  "schema": {
   "type": "object",
   "properties": {
    "deputy": {
     "type": "string",
     "format": "uuid"
    },
    "permissions": {
     "minItems": 1,
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "campaign.coordinate",
       "campaign.approve",
       "obligation.submit",
       "obligation.review",
       "problem.enter",
       "problem.rectify",
       "case.intake",
       "lead.sort",
       "case.handle",
       "case.review",
       "case.approve",
       "case.answer",
       "case.collect",
       "transfer.answer"
      ]
     }
    },
    "campaigns": {
     "default": [],
     "description": "Only in these; in all where both are empty",
     "maxItems": 100,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "cases": {
     "default": [],
     "maxItems": 100,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "from": {
     "type": "string",
     "format": "date-time"
    },
    "until": {
     "type": "string",
     "format": "date-time"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "deputy",
    "permissions",
    "from",
    "until",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "assignDuty": {
  "method": "POST",
  "path": "/api/v1/duties",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "task": {
     "type": "string",
     "minLength": 1,
     "maxLength": 500,
     "description": "A task of a phase, a deliverable, or in words of its own"
    },
    "lead": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200,
     "description": "The department that leads"
    },
    "supporting": {
     "default": [],
     "description": "Departments that support it",
     "maxItems": 30,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
     }
    },
    "account": {
     "type": "string",
     "format": "uuid"
    },
    "due": {
     "type": "string",
     "format": "date"
    }
   },
   "required": [
    "campaign",
    "task",
    "lead",
    "account",
    "due"
   ],
   "additionalProperties": false
  }
 },
 "handOverDuty": {
  "method": "POST",
  "path": "/api/v1/duties/{id}/handover",
  "schema": {
   "type": "object",
   "properties": {
    "account": {
     "type": "string",
     "format": "uuid"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "account",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "finishDuty": {
  "method": "POST",
  "path": "/api/v1/duties/{id}/completion",
  "schema": {
   "type": "object",
   "properties": {
    "outcome": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    }
   },
   "required": [
    "outcome"
   ],
   "additionalProperties": false
  }
 },
 "acknowledgeDiscipline": {
  "method": "POST",
  "path": "/api/v1/discipline/acknowledgements",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "document": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200,
     "description": "The version that was read"
    },
    "conflicts": {
     "description": "Whom one must not inspect, and why",
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    }
   },
   "required": [
    "campaign",
    "document"
   ],
   "additionalProperties": false
  }
 },
 "issueNote": {
  "method": "POST",
  "path": "/api/v1/notes",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "kind": {
     "type": "string",
     "enum": [
      "guidance",
      "manual"
     ]
    },
    "title": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "text": {
     "type": "string",
     "minLength": 1,
     "maxLength": 50000
    },
    "units": {
     "default": [],
     "description": "To these units; to the inspectors alone where none is named",
     "maxItems": 5000,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    }
   },
   "required": [
    "campaign",
    "kind",
    "title",
    "text"
   ],
   "additionalProperties": false
  }
 },
 "planVisits": {
  "method": "POST",
  "path": "/api/v1/visits",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "kind": {
     "type": "string",
     "enum": [
      "first",
      "recheck",
      "crossArea",
      "nightCheck",
      "remoteRound",
      "joint",
      "thirdPartyReview",
      "dataMonitoring"
     ]
    },
    "methods": {
     "default": [
      "onSite"
     ],
     "maxItems": 15,
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "onSite",
       "offSite",
       "manual",
       "intelligent",
       "recordReview",
       "expertReview",
       "interview",
       "homeVisit",
       "hotlineInquiry",
       "dailySupervision",
       "special",
       "unannounced",
       "randomDraw",
       "lookBack",
       "assistanceFund"
      ]
     }
    },
    "chosen": {
     "type": "string",
     "enum": [
      "draw",
      "coverage",
      "leads",
      "keyTarget",
      "earlierFindings",
      "selfCheck"
     ]
    },
    "why": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    },
    "departments": {
     "default": [],
     "description": "Who inspects jointly (联合检查)",
     "maxItems": 20,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
     }
    },
    "checklist": {
     "description": "Left out: the one for the unit’s type",
     "type": "string",
     "maxLength": 60
    },
    "noticeDays": {
     "description": "How many days before it the unit may be told; left out: on arrival (突击检查)",
     "type": "integer",
     "minimum": 0,
     "maximum": 30
    },
    "visits": {
     "default": [],
     "maxItems": 500,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "unit": {
        "type": "string",
        "format": "uuid"
       },
       "day": {
        "type": "string",
        "format": "date"
       },
       "hours": {
        "type": "string",
        "pattern": "^([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d$",
        "description": "When on that day, `09:00-12:00`; a night check may end on the next morning"
       },
       "team": {
        "minItems": 2,
        "maxItems": 20,
        "type": "array",
        "items": {
         "type": "string",
         "format": "uuid"
        }
       }
      },
      "required": [
       "unit",
       "day",
       "team"
      ],
      "additionalProperties": false
     }
    },
    "fromDraw": {
     "description": "Every unit that was drawn, by its team, one by one on working days",
     "type": "object",
     "properties": {
      "draw": {
       "type": "string",
       "format": "uuid"
      },
      "start": {
       "type": "string",
       "format": "date"
      },
      "groupsOf": {
       "description": "交叉执行: the groups of this earlier draw go, and none where it has been (R-ORG-07)",
       "type": "string",
       "format": "uuid"
      },
      "perDay": {
       "default": 1,
       "description": "How many a team inspects in a day",
       "type": "integer",
       "minimum": 1,
       "maximum": 20
      }
     },
     "required": [
      "draw",
      "start"
     ],
     "additionalProperties": false
    }
   },
   "required": [
    "campaign",
    "kind",
    "chosen"
   ],
   "additionalProperties": false
  }
 },
 "findingAsProblem": {
  "method": "POST",
  "path": "/api/v1/visits/{id}/problems",
  "schema": {
   "type": "object",
   "properties": {
    "line": {
     "type": "string",
     "maxLength": 60
    },
    "category": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "what": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    },
    "amount": {
     "type": "string",
     "description": "Amount in fen (1/100 yuan), as a string of digits",
     "format": "fen",
     "example": "1000001"
    },
    "due": {
     "type": "string",
     "format": "date",
     "description": "By when it is put right"
    }
   },
   "required": [
    "line",
    "category",
    "due"
   ],
   "additionalProperties": false
  }
 },
 "findingAsLead": {
  "method": "POST",
  "path": "/api/v1/visits/{id}/leads",
  "schema": {
   "type": "object",
   "properties": {
    "line": {
     "type": "string",
     "maxLength": 60
    },
    "title": {
     "type": "string",
     "minLength": 1,
     "maxLength": 300
    },
    "handler": {
     "type": "string",
     "format": "uuid",
     "description": "The investigator who verifies the lead"
    }
   },
   "required": [
    "line",
    "handler"
   ],
   "additionalProperties": false
  }
 },
 "rescheduleVisit": {
  "method": "POST",
  "path": "/api/v1/visits/{id}/reschedulings",
  "schema": {
   "type": "object",
   "properties": {
    "day": {
     "type": "string",
     "format": "date"
    },
    "hours": {
     "type": "string",
     "pattern": "^([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d$",
     "description": "When on that day, `09:00-12:00`; a night check may end on the next morning"
    },
    "team": {
     "minItems": 2,
     "maxItems": 20,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     }
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "day",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "giveNotice": {
  "method": "POST",
  "path": "/api/v1/visits/{id}/notice",
  "schema": {
   "type": "object",
   "properties": {},
   "additionalProperties": false
  }
 },
 "pledgeDiscipline": {
  "method": "POST",
  "path": "/api/v1/visits/{id}/pledges",
  "schema": {
   "type": "object",
   "properties": {
    "discipline": {
     "type": "boolean",
     "description": "I keep the discipline of inspections, and do not tell of them"
    },
    "conflict": {
     "type": "boolean",
     "description": "I have an interest in this unit"
    },
    "note": {
     "type": "string",
     "minLength": 1,
     "maxLength": 1000
    }
   },
   "required": [
    "discipline",
    "conflict"
   ],
   "additionalProperties": false
  }
 },
 "arriveAtVisit": {
  "method": "POST",
  "path": "/api/v1/visits/{id}/arrival",
  "schema": {
   "type": "object",
   "properties": {
    "arrivedAt": {
     "description": "By the phone’s clock, where it had no connection",
     "type": "string",
     "format": "date-time"
    }
   },
   "additionalProperties": false
  }
 },
 "finishVisit": {
  "method": "POST",
  "path": "/api/v1/visits/{id}/finish",
  "schema": {
   "type": "object",
   "properties": {
    "report": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000,
     "description": "书面报告: what was done and what was found (R-INSP-19)"
    }
   },
   "required": [
    "report"
   ],
   "additionalProperties": false
  }
 },
 "amendVisit": {
  "method": "POST",
  "path": "/api/v1/visits/{id}/addenda",
  "schema": {
   "type": "object",
   "properties": {
    "text": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "text",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "recordThirdParty": {
  "method": "POST",
  "path": "/api/v1/visits/{id}/third-parties",
  "schema": {
   "type": "object",
   "properties": {
    "member": {
     "type": "string",
     "format": "uuid",
     "description": "Somebody of the pool, whose contract covers the day"
    },
    "part": {
     "type": "string",
     "minLength": 1,
     "maxLength": 1000,
     "description": "What they did"
    },
    "result": {
     "type": "string",
     "minLength": 1,
     "maxLength": 5000
    }
   },
   "required": [
    "member",
    "part",
    "result"
   ],
   "additionalProperties": false
  }
 },
 "cancelVisit": {
  "method": "POST",
  "path": "/api/v1/visits/{id}/cancellation",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "draftTypical": {
  "method": "POST",
  "path": "/api/v1/typical-cases",
  "schema": {
   "type": "object",
   "properties": {
    "case": {
     "type": "string",
     "format": "uuid"
    },
    "problem": {
     "type": "string",
     "format": "uuid"
    },
    "mode": {
     "default": "masked",
     "type": "string",
     "enum": [
      "masked",
      "named"
     ],
     "description": "Whether the institution is named"
    },
    "title": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "text": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    },
    "hidden": {
     "default": [],
     "maxItems": 100,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 50
     },
     "description": "Names that the file does not know and that may not stand in the text"
    }
   },
   "additionalProperties": false
  }
 },
 "checkTypical": {
  "method": "POST",
  "path": "/api/v1/typical-cases/check",
  "schema": {
   "type": "object",
   "properties": {
    "case": {
     "type": "string",
     "format": "uuid"
    },
    "problem": {
     "type": "string",
     "format": "uuid"
    },
    "mode": {
     "default": "masked",
     "type": "string",
     "enum": [
      "masked",
      "named"
     ],
     "description": "Whether the institution is named"
    },
    "title": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "text": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    },
    "hidden": {
     "default": [],
     "maxItems": 100,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 50
     },
     "description": "Names that the file does not know and that may not stand in the text"
    }
   },
   "additionalProperties": false
  }
 },
 "reviseTypical": {
  "method": "POST",
  "path": "/api/v1/typical-cases/{id}/revision",
  "schema": {
   "type": "object",
   "properties": {
    "mode": {
     "type": "string",
     "enum": [
      "masked",
      "named"
     ],
     "description": "Whether the institution is named"
    },
    "title": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200
    },
    "text": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    },
    "hidden": {
     "maxItems": 100,
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 50
     },
     "description": "Names that the file does not know and that may not stand in the text"
    }
   },
   "required": [
    "mode",
    "title",
    "text",
    "hidden"
   ],
   "additionalProperties": false
  }
 },
 "submitTypical": {
  "method": "POST",
  "path": "/api/v1/typical-cases/{id}/submission",
  "schema": {
   "type": "object",
   "properties": {},
   "additionalProperties": false
  }
 },
 "approveTypical": {
  "method": "POST",
  "path": "/api/v1/typical-cases/{id}/approval",
  "schema": {
   "type": "object",
   "properties": {},
   "additionalProperties": false
  }
 },
 "returnTypical": {
  "method": "POST",
  "path": "/api/v1/typical-cases/{id}/return",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "publishTypical": {
  "method": "POST",
  "path": "/api/v1/typical-cases/{id}/publications",
  "schema": {
   "type": "object",
   "properties": {
    "channel": {
     "type": "string",
     "enum": [
      "website",
      "newMedia",
      "press",
      "television",
      "radio",
      "communityBoard",
      "serviceWindow",
      "meeting",
      "training",
      "visit",
      "notice",
      "other"
     ]
    },
    "place": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200,
     "description": "The site, paper, account or board"
    },
    "on": {
     "type": "string",
     "format": "date"
    },
    "link": {
     "type": "string",
     "maxLength": 500,
     "format": "uri"
    }
   },
   "required": [
    "channel",
    "place",
    "on"
   ],
   "additionalProperties": false
  }
 },
 "withdrawTypical": {
  "method": "POST",
  "path": "/api/v1/typical-cases/{id}/withdrawal",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "takeDownTypical": {
  "method": "POST",
  "path": "/api/v1/typical-cases/{id}/take-downs",
  "schema": {
   "type": "object",
   "properties": {
    "publication": {
     "type": "string",
     "format": "uuid"
    },
    "on": {
     "type": "string",
     "format": "date"
    }
   },
   "required": [
    "publication",
    "on"
   ],
   "additionalProperties": false
  }
 },
 "makeSummary": {
  "method": "POST",
  "path": "/api/v1/campaigns/{id}/summaries",
  "schema": {
   "type": "object",
   "properties": {
    "overview": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    },
    "practices": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    },
    "shortcomings": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    },
    "next": {
     "type": "string",
     "minLength": 1,
     "maxLength": 20000
    }
   },
   "additionalProperties": false
  }
 },
 "draftRule": {
  "method": "POST",
  "path": "/api/v1/standing-rules",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "kind": {
     "type": "string",
     "enum": [
      "rule",
      "mechanism",
      "riskPrevention",
      "internalControl",
      "smartMonitoring",
      "caseTransfer",
      "cooperation",
      "credit",
      "other"
     ]
    },
    "risk": {
     "description": "Which of the six risks it guards against",
     "type": "string",
     "enum": [
      "misappropriation",
      "insiders",
      "threeFakes",
      "laxReview",
      "overTreatment",
      "systemic"
     ]
    },
    "title": {
     "type": "string",
     "minLength": 1,
     "maxLength": 300
    },
    "number": {
     "description": "文号",
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "text": {
     "type": "string",
     "minLength": 1,
     "maxLength": 50000
    },
    "department": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100,
     "description": "Who carries it out"
    },
    "basis": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "The law or notice it rests on"
    },
    "replaces": {
     "description": "The rule in force whose place it takes",
     "type": "string",
     "format": "uuid"
    }
   },
   "required": [
    "campaign",
    "kind",
    "title",
    "text",
    "department",
    "basis"
   ],
   "additionalProperties": false
  }
 },
 "reviseRule": {
  "method": "POST",
  "path": "/api/v1/standing-rules/{id}/revision",
  "schema": {
   "type": "object",
   "properties": {
    "kind": {
     "type": "string",
     "enum": [
      "rule",
      "mechanism",
      "riskPrevention",
      "internalControl",
      "smartMonitoring",
      "caseTransfer",
      "cooperation",
      "credit",
      "other"
     ]
    },
    "risk": {
     "description": "Which of the six risks it guards against",
     "type": "string",
     "enum": [
      "misappropriation",
      "insiders",
      "threeFakes",
      "laxReview",
      "overTreatment",
      "systemic"
     ]
    },
    "title": {
     "type": "string",
     "minLength": 1,
     "maxLength": 300
    },
    "number": {
     "description": "文号",
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "text": {
     "type": "string",
     "minLength": 1,
     "maxLength": 50000
    },
    "department": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100,
     "description": "Who carries it out"
    },
    "basis": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "The law or notice it rests on"
    }
   },
   "required": [
    "kind",
    "title",
    "text",
    "department",
    "basis"
   ],
   "additionalProperties": false
  }
 },
 "submitRule": {
  "method": "POST",
  "path": "/api/v1/standing-rules/{id}/submission",
  "schema": {
   "type": "object",
   "properties": {},
   "additionalProperties": false
  }
 },
 "approveRule": {
  "method": "POST",
  "path": "/api/v1/standing-rules/{id}/approval",
  "schema": {
   "type": "object",
   "properties": {
    "effectiveFrom": {
     "type": "string",
     "format": "date"
    }
   },
   "required": [
    "effectiveFrom"
   ],
   "additionalProperties": false
  }
 },
 "returnRule": {
  "method": "POST",
  "path": "/api/v1/standing-rules/{id}/return",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "repealRule": {
  "method": "POST",
  "path": "/api/v1/standing-rules/{id}/repeal",
  "schema": {
   "type": "object",
   "properties": {
    "on": {
     "type": "string",
     "format": "date"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "on",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "submitSelfCheck": {
  "method": "POST",
  "path": "/api/v1/self-checks",
  "schema": {
   "type": "object",
   "properties": {
    "campaign": {
     "type": "string",
     "format": "uuid"
    },
    "answers": {
     "maxItems": 500,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "point": {
        "type": "string",
        "maxLength": 20
       },
       "found": {
        "type": "boolean"
       },
       "note": {
        "type": "string",
        "minLength": 1,
        "maxLength": 2000
       }
      },
      "required": [
       "point",
       "found"
      ],
      "additionalProperties": false
     }
    },
    "samples": {
     "default": [],
     "maxItems": 20,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "sample": {
        "type": "string",
        "maxLength": 100
       },
       "total": {
        "type": "integer",
        "minimum": 0,
        "maximum": 100000000
       },
       "checked": {
        "type": "integer",
        "minimum": 0,
        "maximum": 100000000
       }
      },
      "required": [
       "sample",
       "total",
       "checked"
      ],
      "additionalProperties": false
     }
    },
    "commitment": {
     "type": "object",
     "properties": {
      "signedBy": {
       "type": "string",
       "minLength": 1,
       "maxLength": 100
      },
      "position": {
       "type": "string",
       "minLength": 1,
       "maxLength": 100
      },
      "promised": {
       "type": "boolean"
      }
     },
     "required": [
      "signedBy",
      "position",
      "promised"
     ],
     "additionalProperties": false,
     "description": "Who signs the written commitment for the unit"
    }
   },
   "required": [
    "campaign",
    "answers",
    "commitment"
   ],
   "additionalProperties": false
  }
 },
 "acceptSelfCheck": {
  "method": "POST",
  "path": "/api/v1/self-checks/{id}/acceptance",
  "schema": {
   "type": "object",
   "properties": {
    "note": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    }
   },
   "additionalProperties": false
  }
 },
 "returnSelfCheck": {
  "method": "POST",
  "path": "/api/v1/self-checks/{id}/return",
  "schema": {
   "type": "object",
   "properties": {
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "takeReport": {
  "method": "POST",
  "path": "/api/v1/leads",
  "schema": {
   "type": "object",
   "properties": {
    "lead": {
     "type": "object",
     "properties": {
      "title": {
       "type": "string",
       "minLength": 1,
       "maxLength": 300
      },
      "region": {
       "type": "string",
       "pattern": "^\\/(\\d{6}\\/)*$"
      },
      "source": {
       "type": "string",
       "enum": [
        "hotline",
        "letter",
        "letter-box",
        "in-person",
        "email",
        "web-form",
        "wechat",
        "app",
        "complaint",
        "screening",
        "smart-monitoring",
        "statistics",
        "self-check",
        "inspection",
        "unannounced",
        "supervision",
        "audit",
        "assigned",
        "transferred-in",
        "media"
       ]
      },
      "tags": {
       "description": "What it is about",
       "maxItems": 13,
       "type": "array",
       "items": {
        "type": "string",
        "enum": [
         "fake-admission",
         "empty-bed",
         "split-admission",
         "fake-treatment",
         "swapped-items",
         "overcharging",
         "upcoding",
         "card-swiping",
         "impersonation",
         "drug-resale",
         "forged-papers",
         "lured-patients",
         "agency-misconduct"
        ]
       }
      },
      "subject": {
       "type": "object",
       "properties": {
        "kind": {
         "type": "string",
         "enum": [
          "institution",
          "individual"
         ]
        },
        "name": {
         "type": "string",
         "minLength": 1,
         "maxLength": 300
        },
        "unit": {
         "type": "string",
         "format": "uuid"
        },
        "idNumber": {
         "type": "string",
         "pattern": "^[1-9]\\d{16}[\\dX]$",
         "description": "Sealed when it is kept; never in a file or a record"
        }
       },
       "required": [
        "kind",
        "name"
       ],
       "additionalProperties": false
      },
      "summary": {
       "type": "string",
       "minLength": 1,
       "maxLength": 20000
      },
      "assignment": {
       "type": "object",
       "properties": {
        "by": {
         "type": "string",
         "minLength": 1,
         "maxLength": 200,
         "description": "The authority above that assigned it"
        },
        "number": {
         "type": "string",
         "minLength": 1,
         "maxLength": 100
        },
        "due": {
         "type": "string",
         "format": "date",
         "description": "By when it wants an answer"
        }
       },
       "required": [
        "by",
        "due"
       ],
       "additionalProperties": false
      },
      "campaign": {
       "type": "string",
       "format": "uuid"
      },
      "handler": {
       "type": "string",
       "format": "uuid",
       "description": "The investigator who verifies the lead"
      }
     },
     "required": [
      "title",
      "region",
      "source",
      "subject",
      "summary",
      "handler"
     ],
     "additionalProperties": false
    },
    "reporter": {
     "allOf": [
      {
       "type": "object",
       "properties": {
        "kind": {
         "type": "string",
         "enum": [
          "anonymous",
          "named"
         ]
        },
        "name": {
         "type": "string",
         "minLength": 1,
         "maxLength": 50
        },
        "phone": {
         "type": "string",
         "pattern": "^\\+?\\d[\\d-]{5,19}$"
        },
        "address": {
         "type": "string",
         "minLength": 1,
         "maxLength": 300
        }
       },
       "required": [
        "kind"
       ],
       "additionalProperties": false
      }
     ]
    }
   },
   "required": [
    "lead"
   ],
   "additionalProperties": false
  }
 },
 "registerReporter": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/reporters",
  "schema": {
   "type": "object",
   "properties": {
    "kind": {
     "type": "string",
     "enum": [
      "anonymous",
      "named"
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 50
    },
    "phone": {
     "type": "string",
     "pattern": "^\\+?\\d[\\d-]{5,19}$"
    },
    "address": {
     "type": "string",
     "minLength": 1,
     "maxLength": 300
    }
   },
   "required": [
    "kind"
   ],
   "additionalProperties": false
  }
 },
 "openReporter": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/reporter-reading",
  "schema": {
   "type": "object",
   "properties": {
    "reporter": {
     "type": "string",
     "format": "uuid"
    },
    "reason": {
     "type": "string",
     "minLength": 1,
     "maxLength": 2000,
     "description": "Why; kept on the record"
    }
   },
   "required": [
    "reporter",
    "reason"
   ],
   "additionalProperties": false
  }
 },
 "assessReward": {
  "method": "POST",
  "path": "/api/v1/cases/{id}/reward-assessments",
  "schema": {
   "type": "object",
   "properties": {
    "category": {
     "type": "string",
     "maxLength": 60
    },
    "caseValue": {
     "type": "string",
     "description": "Amount in fen (1/100 yuan), as a string of digits",
     "format": "fen",
     "example": "1000001"
    }
   },
   "required": [
    "category",
    "caseValue"
   ],
   "additionalProperties": false
  }
 },
 "reportStanding": {
  "method": "POST",
  "path": "/api/v1/reports/standing",
  "schema": {
   "type": "object",
   "properties": {
    "code": {
     "type": "string",
     "minLength": 1,
     "maxLength": 60
    }
   },
   "required": [
    "code"
   ],
   "additionalProperties": false
  }
 },
 "assessPenalty": {
  "method": "POST",
  "path": "/api/v1/penalty-assessments",
  "schema": {
   "type": "object",
   "properties": {
    "breach": {
     "type": "string",
     "enum": [
      "misuse",
      "fraud",
      "individual-misuse",
      "individual-fraud",
      "agency-fraud",
      "management",
      "bribery",
      "misappropriation"
     ]
    },
    "fraudulentPurpose": {
     "type": "boolean"
    },
    "amount": {
     "type": "string",
     "description": "Amount in fen (1/100 yuan), as a string of digits",
     "format": "fen",
     "example": "1000001"
    },
    "multiple": {
     "type": "number",
     "minimum": 0,
     "multipleOf": 0.01
    },
    "fixedFine": {
     "description": "Where the law gives a band of yuan",
     "type": "string",
     "format": "fen",
     "example": "1000001"
    },
    "gains": {
     "description": "违法所得",
     "type": "string",
     "format": "fen",
     "example": "1000001"
    },
    "circumstances": {
     "maxItems": 20,
     "type": "array",
     "items": {
      "type": "string",
      "maxLength": 60
     }
    },
    "departure": {
     "description": "Why the multiple leaves its tier",
     "type": "string",
     "minLength": 1,
     "maxLength": 2000
    },
    "measures": {
     "maxItems": 10,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "id": {
        "type": "string",
        "enum": [
         "correction",
         "interview",
         "suspendDepartment",
         "endAgreement",
         "revokeLicence",
         "suspendSettlement",
         "barResponsible",
         "sanctionStaff"
        ]
       },
       "months": {
        "type": "integer",
        "minimum": 0,
        "exclusiveMinimum": true,
        "maximum": 1200
       }
      },
      "required": [
       "id"
      ],
      "additionalProperties": false
     }
    },
    "sameAct": {
     "description": "Findings of one act share it: only the highest fine stands",
     "type": "string",
     "minLength": 1,
     "maxLength": 60
    },
    "endedOn": {
     "description": "When the conduct ended: for the law of that day, and the limitation",
     "type": "string",
     "format": "date"
    },
    "discoveredOn": {
     "type": "string",
     "format": "date"
    },
    "harmedFinancialSafety": {
     "description": "Five years instead of two",
     "type": "boolean"
    },
    "further": {
     "description": "More breaches of the same subject",
     "maxItems": 50,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "breach": {
        "type": "string",
        "enum": [
         "misuse",
         "fraud",
         "individual-misuse",
         "individual-fraud",
         "agency-fraud",
         "management",
         "bribery",
         "misappropriation"
        ]
       },
       "fraudulentPurpose": {
        "type": "boolean"
       },
       "amount": {
        "type": "string",
        "description": "Amount in fen (1/100 yuan), as a string of digits",
        "format": "fen",
        "example": "1000001"
       },
       "multiple": {
        "type": "number",
        "minimum": 0,
        "multipleOf": 0.01
       },
       "fixedFine": {
        "description": "Where the law gives a band of yuan",
        "type": "string",
        "format": "fen",
        "example": "1000001"
       },
       "gains": {
        "description": "违法所得",
        "type": "string",
        "format": "fen",
        "example": "1000001"
       },
       "circumstances": {
        "maxItems": 20,
        "type": "array",
        "items": {
         "type": "string",
         "maxLength": 60
        }
       },
       "departure": {
        "description": "Why the multiple leaves its tier",
        "type": "string",
        "minLength": 1,
        "maxLength": 2000
       },
       "measures": {
        "maxItems": 10,
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "id": {
           "type": "string",
           "enum": [
            "correction",
            "interview",
            "suspendDepartment",
            "endAgreement",
            "revokeLicence",
            "suspendSettlement",
            "barResponsible",
            "sanctionStaff"
           ]
          },
          "months": {
           "type": "integer",
           "minimum": 0,
           "exclusiveMinimum": true,
           "maximum": 1200
          }
         },
         "required": [
          "id"
         ],
         "additionalProperties": false
        }
       },
       "sameAct": {
        "description": "Findings of one act share it: only the highest fine stands",
        "type": "string",
        "minLength": 1,
        "maxLength": 60
       },
       "endedOn": {
        "description": "When the conduct ended: for the law of that day, and the limitation",
        "type": "string",
        "format": "date"
       },
       "discoveredOn": {
        "type": "string",
        "format": "date"
       },
       "harmedFinancialSafety": {
        "description": "Five years instead of two",
        "type": "boolean"
       }
      },
      "required": [
       "breach",
       "fraudulentPurpose",
       "amount",
       "multiple"
      ],
      "additionalProperties": false
     }
    },
    "law": {
     "description": "A pinned pack, `national@2`; else the one in force",
     "type": "string",
     "maxLength": 200
    },
    "region": {
     "description": "Whose own rules apply",
     "type": "string",
     "pattern": "^\\/(\\d{6}\\/)*$"
    },
    "decidedOn": {
     "description": "Today where it is left out",
     "type": "string",
     "format": "date"
    },
    "criminalFine": {
     "description": "罚金 that a court imposed for the same conduct",
     "type": "string",
     "format": "fen",
     "example": "1000001"
    },
    "finedFirst": {
     "description": "We fined before the court did",
     "type": "boolean"
    },
    "late": {
     "description": "What late payment would cost",
     "type": "object",
     "properties": {
      "due": {
       "type": "string",
       "format": "date"
      },
      "on": {
       "type": "string",
       "format": "date"
      },
      "payments": {
       "maxItems": 200,
       "type": "array",
       "items": {
        "type": "object",
        "properties": {
         "on": {
          "type": "string",
          "format": "date"
         },
         "amount": {
          "type": "string",
          "description": "Amount in fen (1/100 yuan), as a string of digits",
          "format": "fen",
          "example": "1000001"
         }
        },
        "required": [
         "on",
         "amount"
        ],
        "additionalProperties": false
       }
      },
      "pauses": {
       "maxItems": 20,
       "type": "array",
       "items": {
        "type": "object",
        "properties": {
         "kind": {
          "type": "string",
          "enum": [
           "testing",
           "appraisal",
           "hearing",
           "announcement",
           "expertReview",
           "suspension",
           "reconsideration",
           "litigation"
          ]
         },
         "from": {
          "type": "string",
          "format": "date"
         },
         "until": {
          "type": "string",
          "format": "date"
         }
        },
        "required": [
         "kind",
         "from",
         "until"
        ],
        "additionalProperties": false
       }
      },
      "instalments": {
       "maxItems": 60,
       "type": "array",
       "items": {
        "type": "object",
        "properties": {
         "due": {
          "type": "string",
          "format": "date"
         },
         "amount": {
          "type": "string",
          "description": "Amount in fen (1/100 yuan), as a string of digits",
          "format": "fen",
          "example": "1000001"
         }
        },
        "required": [
         "due",
         "amount"
        ],
        "additionalProperties": false
       }
      }
     },
     "required": [
      "due",
      "on"
     ],
     "additionalProperties": false
    }
   },
   "required": [
    "breach",
    "fraudulentPurpose",
    "amount",
    "multiple"
   ],
   "additionalProperties": false
  }
 },
 "assessDeadline": {
  "method": "POST",
  "path": "/api/v1/deadline-assessments",
  "schema": {
   "type": "object",
   "properties": {
    "clock": {
     "type": "string",
     "maxLength": 60,
     "description": "Id of the limit in the law",
     "example": "finePayment"
    },
    "from": {
     "type": "string",
     "description": "The event it is counted from: an instant, or a day",
     "example": "2026-09-15"
    },
    "law": {
     "description": "A pack, `national@2`; else the one in force at `from`",
     "type": "string",
     "maxLength": 200
    },
    "region": {
     "description": "Whose own rules apply; `/210000/`",
     "type": "string",
     "pattern": "^\\/(\\d{6}\\/)*$"
    },
    "extensions": {
     "maxItems": 10,
     "type": "array",
     "items": {
      "type": "integer",
      "minimum": 0,
      "exclusiveMinimum": true,
      "maximum": 1000
     }
    },
    "excluded": {
     "maxItems": 100,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "kind": {
        "type": "string",
        "enum": [
         "testing",
         "appraisal",
         "hearing",
         "announcement",
         "expertReview",
         "suspension",
         "reconsideration",
         "litigation"
        ]
       },
       "from": {
        "type": "string",
        "format": "date"
       },
       "until": {
        "type": "string",
        "format": "date"
       }
      },
      "required": [
       "kind",
       "from",
       "until"
      ],
      "additionalProperties": false
     }
    },
    "on": {
     "description": "How it stands on that day",
     "type": "string",
     "format": "date"
    }
   },
   "required": [
    "clock",
    "from"
   ],
   "additionalProperties": false
  }
 },
 "addWebhook": {
  "method": "POST",
  "path": "/api/v1/webhooks",
  "schema": {
   "type": "object",
   "properties": {
    "url": {
     "type": "string",
     "maxLength": 2000,
     "format": "uri"
    }
   },
   "required": [
    "url"
   ],
   "additionalProperties": false
  }
 },
 "addAccount": {
  "method": "POST",
  "path": "/api/v1/accounts",
  "schema": {
   "type": "object",
   "properties": {
    "login": {
     "type": "string",
     "pattern": "^[a-z0-9][a-z0-9._-]{1,49}$"
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "password": {
     "type": "string",
     "minLength": 10,
     "maxLength": 200
    },
    "roles": {
     "minItems": 1,
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "coordinator",
       "leader",
       "investigator",
       "legalReviewer",
       "leadHandler",
       "agencyAuditor",
       "unitContact",
       "partnerContact",
       "auditor",
       "administrator"
      ]
     }
    },
    "region": {
     "type": "string"
    },
    "unit": {
     "type": "string",
     "format": "uuid"
    },
    "partner": {
     "type": "string",
     "enum": [
      "police",
      "discipline",
      "health",
      "marketSupervision",
      "drugSupervision",
      "audit",
      "judiciary"
     ]
    },
    "email": {
     "type": "string",
     "format": "email"
    }
   },
   "required": [
    "login",
    "name",
    "password",
    "roles",
    "region"
   ],
   "additionalProperties": false
  }
 },
 "loadCalendar": {
  "method": "PUT",
  "path": "/api/v1/calendars/{year}",
  "schema": {
   "type": "object",
   "properties": {
    "year": {
     "type": "integer",
     "minimum": 2000,
     "maximum": 2099
    },
    "notice": {
     "type": "string",
     "minLength": 1,
     "description": "The notice the days are read from"
    },
    "holidays": {
     "type": "array",
     "items": {
      "type": "string",
      "format": "date"
     }
    },
    "workdays": {
     "type": "array",
     "items": {
      "type": "string",
      "format": "date"
     },
     "description": "Saturdays and Sundays that are worked (调休)"
    }
   },
   "required": [
    "year",
    "notice",
    "holidays",
    "workdays"
   ],
   "additionalProperties": false
  }
 },
 "writePlan": {
  "method": "PUT",
  "path": "/api/v1/plans/{plan}",
  "schema": {
   "type": "object",
   "properties": {
    "text": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200000
    }
   },
   "required": [
    "text"
   ],
   "additionalProperties": false
  }
 },
 "checkPlan": {
  "method": "POST",
  "path": "/api/v1/plan-checks",
  "schema": {
   "type": "object",
   "properties": {
    "text": {
     "type": "string",
     "minLength": 1,
     "maxLength": 200000
    }
   },
   "required": [
    "text"
   ],
   "additionalProperties": false
  }
 },
 "rehearsePlanForUnits": {
  "method": "POST",
  "path": "/api/v1/plans/{plan}/rehearsal",
  "schema": {
   "type": "object",
   "properties": {
    "start": {
     "type": "string",
     "format": "date"
    },
    "end": {
     "type": "string",
     "format": "date"
    },
    "dates": {
     "description": "Chosen days, `place=day` joined by commas",
     "type": "string",
     "maxLength": 10000
    },
    "region": {
     "type": "string",
     "pattern": "^\\/(\\d{6}\\/)*$",
     "example": "/990000/990001/"
    },
    "late": {
     "default": 0,
     "description": "The share of what is owed that comes in late",
     "type": "number",
     "minimum": 0,
     "maximum": 1
    },
    "seed": {
     "default": 1,
     "type": "integer",
     "minimum": 0,
     "maximum": 4294967295
    },
    "units": {
     "minItems": 1,
     "maxItems": 5000,
     "type": "array",
     "items": {
      "type": "string",
      "format": "uuid"
     },
     "description": "Only these units"
    }
   },
   "required": [
    "start",
    "region",
    "units"
   ],
   "additionalProperties": false
  }
 },
 "keepFormOpen": {
  "method": "PUT",
  "path": "/api/v1/presence/{id}/{form}",
  "schema": {
   "type": "object",
   "properties": {
    "seen": {
     "description": "The version of the file that the person has before them",
     "type": "integer",
     "minimum": 0,
     "exclusiveMinimum": true,
     "maximum": 9007199254740991
    }
   },
   "additionalProperties": false
  }
 },
 "setImport": {
  "method": "PUT",
  "path": "/api/v1/imports/{id}/setting",
  "schema": {
   "type": "object",
   "properties": {
    "encoding": {
     "type": "string",
     "enum": [
      "utf-8",
      "gbk",
      "gb18030"
     ]
    },
    "sheet": {
     "type": "string",
     "maxLength": 200
    },
    "headingRow": {
     "type": "integer",
     "minimum": 1,
     "maximum": 200000
    },
    "columns": {
     "maxItems": 500,
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "heading": {
        "type": "string",
        "maxLength": 40000
       },
       "field": {
        "type": [
         "string",
         "null"
        ],
        "maxLength": 40
       }
      },
      "required": [
       "heading",
       "field"
      ],
      "additionalProperties": false
     }
    }
   },
   "additionalProperties": false
  }
 },
 "saveView": {
  "method": "POST",
  "path": "/api/v1/me/views",
  "schema": {
   "type": "object",
   "properties": {
    "list": {
     "type": "string",
     "enum": [
      "cases",
      "campaigns",
      "record"
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "search": {
     "type": "object",
     "additionalProperties": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
     },
     "description": "Filters by name, as they stand in the address of the list"
    }
   },
   "required": [
    "list",
    "name",
    "search"
   ],
   "additionalProperties": false
  }
 },
 "changeView": {
  "method": "PUT",
  "path": "/api/v1/me/views/{id}",
  "schema": {
   "type": "object",
   "properties": {
    "list": {
     "type": "string",
     "enum": [
      "cases",
      "campaigns",
      "record"
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 100
    },
    "search": {
     "type": "object",
     "additionalProperties": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
     },
     "description": "Filters by name, as they stand in the address of the list"
    }
   },
   "required": [
    "list",
    "name",
    "search"
   ],
   "additionalProperties": false
  }
 }
} as const;
